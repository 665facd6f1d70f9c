import type { AlarmNotice, Notice, ShutOutNotice } from '../src/desk/effect.ts';
import { escalationOf } from '../src/desk/escalation.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Publication } from '../src/desk/publication.ts';
import { publicationOf } from '../src/desk/publishing.ts';
import { followersOf, wordsOf } from '../src/desk/series.ts';
import { named } from './about.ts';
import { approvalNotice } from './approval.ts';
import { actions, button, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, dueAt, networkName, waitingPost } from './facts.ts';
import { handsNotice } from './hands-notice.ts';
import { ACTION } from './ids.ts';
import { roleNotice, sentBackNotice } from './incident-notice.ts';
import type { Message } from './message.ts';
import { againButton, refOf } from './publication.ts';
import { link, quote, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

type NotHidden = Extract<Notice, { type: 'not-hidden' }>;

/** A direct message about what concerns one person. */
export function notice(
  about: Mention | Incident,
  notice: Exclude<Notice, AlarmNotice | ShutOutNotice>,
  ctx: ViewContext,
): Message {
  switch (notice.type) {
    case 'due-soon':
      return dueSoon(about, notice.clock, ctx);
    case 'wrote-again':
      return wroteAgain(about, notice.post, ctx);
    case 'promise':
      return promiseNotice(about, notice, ctx);
    case 'not-hidden':
      return about.type === 'mention' ? notHidden(about, notice, ctx) : oneLine(named(about, ctx));
    case 'escalation-sent-back':
      return sentBack(about, notice.escalation, ctx);
    case 'incident-role':
      return roleNotice(about, notice, ctx);
    case 'sent-back':
    case 'approval-waits':
    case 'not-sent':
    case 'not-deleted': {
      const publication = publicationOf(about, notice.publication);
      if (publication === undefined) return oneLine(ctx.words.refusal.unknownPublication);
      if (notice.type === 'approval-waits') return approvalNotice({ about, publication }, ctx);
      if (notice.type === 'sent-back') return sentBackNotice(about, publication, notice, ctx);
      return notice.type === 'not-sent' ? notSent(about, publication, ctx) : notDeleted(about, publication, ctx);
    }
    case 'assigned':
    case 'handed-over':
    case 'taken-away':
    case 'snooze-over':
      return about.type === 'mention' ? handsNotice(about, notice, ctx) : oneLine(named(about, ctx));
    case 'all-handed-over':
    case 'forgotten':
      return oneLine(named(about, ctx));
  }
}

function wroteAgain(about: Mention | Incident, id: string, ctx: ViewContext): Message {
  const post = about.type === 'mention' ? about.posts.find((one) => one.id === id) : undefined;
  if (about.type !== 'mention' || post === undefined) return oneLine(named(about, ctx));
  const line = `↪️ ${ctx.words.channel.wroteAgainToYou(named(about, ctx), authorName(about), when(post.at))}`;
  const reply = button(ACTION.reply, ctx.words.card.buttons.reply, pressValue({ ref: refOf(about) }));
  return {
    text: `${line}: ${snippet(post.text, 200)}`,
    blocks: [section(line), plainSection(post.text, 2_000), actions(reply)],
  };
}

/** The question is back with whoever has the mention. */
function sentBack(about: Mention | Incident, id: string, ctx: ViewContext): Message {
  const ended = about.type === 'mention' ? escalationOf(about, id)?.ended : undefined;
  if (about.type !== 'mention' || ended === undefined || ended === null) return oneLine(named(about, ctx));
  const head = `↩️ ${ctx.words.escalation.noticeSentBack(user(ended.by), named(about, ctx), authorName(about))}`;
  const reason = ended.reason ?? '';
  return { text: `${head} ${snippet(reason, 200)}`, blocks: [section(`${head}\n${quote(reason, 1_500)}`)] };
}

function dueSoon(about: Mention | Incident, id: string, ctx: ViewContext): Message {
  if (about.type !== 'mention') return oneLine(named(about, ctx));
  const due = about.clocks.find((clock) => clock.id === id)?.dueAt ?? dueAt(about) ?? ctx.now.toISOString();
  const line = `⏰ ${ctx.words.channel.dueSoon(named(about, ctx), authorName(about), when(due))}`;
  const { text } = waitingPost(about);
  return { text: `${line}: ${snippet(text, 200)}`, blocks: [section(line), plainSection(text, 500)] };
}

/** To the owner of a promise, in time and once more when it is due. */
function promiseNotice(
  about: Mention | Incident,
  { promise: id, threshold }: Extract<Notice, { type: 'promise' }>,
  ctx: ViewContext,
): Message {
  const promise = about.type === 'mention' ? about.promises.find((one) => one.id === id) : undefined;
  if (about.type !== 'mention' || promise === undefined) return oneLine(named(about, ctx));
  const { promises, card } = ctx.words;
  const line = `${threshold === 'due' ? '⏰' : '🤝'} ${promises[threshold](named(about, ctx), authorName(about), when(promise.dueAt))}`;
  const { text } = waitingPost(about);
  const ref = refOf(about);
  return {
    text: `${line} ${snippet(text, 200)}`,
    blocks: [
      section(line),
      plainSection(text, 500),
      actions(
        button(ACTION.reply, card.buttons.reply, pressValue({ ref }), { style: 'primary' }),
        button(ACTION.promiseKept, promises.kept, pressValue({ ref, id })),
      ),
    ],
  };
}

function notSent(about: Mention | Incident, publication: Publication, ctx: ViewContext): Message {
  const { card, channel } = ctx.words;
  const isBack = publication.fault?.code === 'restored';
  const said = isBack ? ctx.words.backup.cameBack : channel.notSent;
  const head = `⚠️ *${said(card.purpose[publication.purpose], named(about, ctx))}*`;
  const why = card.fault[publication.fault?.code ?? 'refused'];
  const again = againButton(about, publication, ctx);
  return {
    text: `${head} ${why}`,
    blocks: [
      section(`${head}\n${why} ${channel.notSentKept}`),
      plainSection(wordsOf(about.publications, cameBack(about.publications, publication)), 2_000),
      ...(again === undefined ? [] : [actions(again)]),
    ],
  };
}

/** The posts that continue it came back with it. */
function cameBack(all: readonly Publication[], publication: Publication): readonly Publication[] {
  return [publication, ...followersOf(all, publication.id).filter(({ status }) => status === 'failed')];
}

function notDeleted(about: Mention | Incident, publication: Publication, ctx: ViewContext): Message {
  const { card, channel } = ctx.words;
  const head = `⚠️ *${channel.notDeleted(card.purpose[publication.purpose], named(about, ctx))}*`;
  const post = publication.post === null ? '' : ` ${link(publication.post.url, channel.seePost)}`;
  return {
    text: `${head} ${channel.notDeletedDo}`,
    blocks: [section(`${head}\n${channel.notDeletedDo}${post}`), plainSection(publication.text, 2_000)],
  };
}

function notHidden(about: Mention, { post, hidden, why }: NotHidden, ctx: ViewContext): Message {
  const { hide } = ctx.words;
  const on = networkName(about.network);
  const failed = `⚠️ *${hidden ? hide.notHidden(on) : hide.notShown(on)}* ${named(about, ctx)}`;
  const line = `${failed}\n${hide.said(on, snippet(why, 300))}. ${hide.doWhat(on)}`;
  const { text } = about.posts.find(({ id }) => id === post) ?? about.posts[0];
  return { text: line, blocks: [section(line), plainSection(text, 500)] };
}

function oneLine(text: string): Message {
  return { text, blocks: [section(text)] };
}
