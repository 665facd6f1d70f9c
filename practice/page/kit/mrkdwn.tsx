import type { ReactNode } from 'react';
import type { TextObject } from '../../slack/blocks/text.ts';
import { useStage } from '../stage.tsx';
import { slackDate } from '../time.ts';
import { Link } from './link.tsx';

// The library opens `&lt;` before it looks for marks, and looks for them in plain text as well: a customer's words would
// become pings and links, which in Slack they can't. So what texts say is drawn here.

/** A text object as Slack shows it. What is escaped is never a mark, and nothing is ever HTML. */
export function Words({ text }: { readonly text: TextObject }) {
  if (text.type === 'plain_text') return <div className="words">{text.text}</div>;
  return <Mrkdwn text={text.text} />;
}

/** https://docs.slack.dev/messaging/formatting-message-text */
export function Mrkdwn({ text }: { readonly text: string }) {
  const parts = text.split(/```([\s\S]+?)```/);
  return (
    <div className="words">
      {parts.map((part, index) => {
        const key = `${index} ${part.length}`;
        return index % 2 === 1 ? <pre key={key}>{decoded(part)}</pre> : <Lines key={key} text={part} />;
      })}
    </div>
  );
}

const QUOTE = /^(?:&gt;|>) ?/;

/** Neighbouring quoted lines are one quotation. */
function Lines({ text }: { readonly text: string }) {
  const runs: { readonly quoted: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = QUOTE.test(line);
    const last = runs.at(-1);
    if (last?.quoted === quoted) last.lines.push(line);
    else runs.push({ quoted, lines: [line] });
  }
  return runs.map(({ quoted, lines }, index) => {
    const key = `${index} ${quoted}`;
    if (!quoted) return <Inline key={key} text={lines.join('\n')} />;
    return (
      <blockquote key={key}>
        <Inline text={lines.map((line) => line.replace(QUOTE, '')).join('\n')} />
      </blockquote>
    );
  });
}

const STYLES = { '*': 'strong', _: 'em', '~': 's' } as const;
/** A reference in angle brackets, code, or words between two equal marks that stand at the edges of words. */
const MARK =
  /<(?<reference>[^<>\n]+)>|`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}])(?<style>[*_~])(?<inner>\S(?:[^\n]*?\S)?)\k<style>(?![\p{L}\p{N}])/gu;

function Inline({ text }: { readonly text: string }): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    parts.push(decoded(text.slice(from, match.index)));
    from = match.index + match[0].length;
    const { reference, code, style, inner } = match.groups ?? {};
    const key = match.index;
    if (reference !== undefined) parts.push(<Reference key={key} text={reference} />);
    else if (code !== undefined) parts.push(<code key={key}>{decoded(code)}</code>);
    else if (inner !== undefined && isStyle(style)) {
      const Style = STYLES[style];
      parts.push(
        <Style key={key}>
          <Inline text={inner} />
        </Style>,
      );
    }
  }
  parts.push(decoded(text.slice(from)));
  return parts;
}

function isStyle(mark: string | undefined): mark is keyof typeof STYLES {
  return mark !== undefined && mark in STYLES;
}

/** What stands in angle brackets: a person, a group, a channel, a date, or an address. */
function Reference({ text }: { readonly text: string }) {
  const { shown } = useStage();
  const [target = '', label] = text.split('|');
  const id = target.slice(1);
  if (target.startsWith('@')) return <Mention sign="@" name={shown.people.get(id)?.realName ?? label ?? id} />;
  if (target.startsWith('#')) {
    return <Mention sign="#" name={shown.channels.find((one) => one.id === id)?.name ?? label ?? id} />;
  }
  if (target.startsWith('!subteam^')) {
    const group = shown.groups.find((one) => one.id === target.slice('!subteam^'.length));
    return <Mention sign="@" name={group?.handle ?? label ?? target} />;
  }
  if (target.startsWith('!date^')) {
    const [, seconds = '', pattern = ''] = target.split('^');
    return <time title={label}>{slackDate(seconds, pattern, new Date(Date.now() + shown.clock.aheadMs))}</time>;
  }
  if (target.startsWith('!')) return <Mention sign="@" name={id} />;
  return <Link href={decoded(target)}>{decoded(label ?? target.replace(/^mailto:/, ''))}</Link>;
}

function Mention({ sign, name }: { readonly sign: string; readonly name: string }) {
  return (
    <span className="mention">
      {sign}
      {name.replace(/^@/, '')}
    </span>
  );
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
