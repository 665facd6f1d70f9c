import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Threshold } from '../../src/desk/channel.ts';
import { askedOf } from '../../src/desk/escalation.ts';
import { againLine } from '../../views/backlog.ts';
import { card, cardPlain } from '../../views/card.ts';
import { escalationMessage } from '../../views/escalation.ts';
import { apologyModal } from '../../views/forms/apology.ts';
import { byHandModal } from '../../views/forms/by-hand.ts';
import { closedSeveralModal, closeSeveralModal } from '../../views/forms/close-several.ts';
import { earlierModal } from '../../views/forms/earlier.ts';
import { escalateModal } from '../../views/forms/escalate.ts';
import { foundModal } from '../../views/forms/found.ts';
import { handOverModal } from '../../views/forms/hand-over.ts';
import { incidentUpdateModal } from '../../views/forms/incident.ts';
import { ticketModal, topicsModal } from '../../views/forms/labels.ts';
import { listModal, pickModal } from '../../views/forms/lists.ts';
import { moreModal } from '../../views/forms/more.ts';
import { forgetModal, holdModal } from '../../views/forms/privacy.ts';
import { promisesModal } from '../../views/forms/promise.ts';
import { historyModal, incidentShowModal, showModal } from '../../views/forms/reading.ts';
import { replyAnyway, replyModal } from '../../views/forms/reply.ts';
import { sendBackModal } from '../../views/forms/send-back.ts';
import { snoozeModal } from '../../views/forms/snooze.ts';
import { closeModal, kindModal } from '../../views/forms/triage.ts';
import { home } from '../../views/home.ts';
import { ACTION } from '../../views/ids.ts';
import { incidentCard, incidentPlain, updateDue } from '../../views/incident.ts';
import { note } from '../../views/note.ts';
import { notice } from '../../views/notice.ts';
import { refusalText } from '../../views/refusal.ts';
import { round } from '../../views/round.ts';
import { anyIncident, anyMention, hostileText } from './hostile.ts';
import { faultsOfMessage, faultsOfView, pressable } from './limits.ts';
import { aHome, context, member, mention, promise, roundOf, publication as samplePublication } from './sample.ts';

const RUNS = { numRuns: 20 };
/** Thousands of hostile messages: many seconds on a busy machine, and no race that a short limit would show. */
const PATIENCE = { timeout: 180_000 };
const LENGTH = { length: 300, limit: 280 };

describe.each(['en', 'de'] as const)('in %s, whatever customers and networks send', PATIENCE, (language) => {
  const ctx = context(language, { escalation: { group: 'SLEADS', channels: { SNET: 'CNET' } } });

  test('Slack takes every card, and it keeps its buttons', () => {
    fc.assert(
      fc.property(anyMention, (any) => {
        for (const message of [card(any, ctx), cardPlain(any, ctx)]) {
          expect(faultsOfMessage(message)).toEqual([]);
          const actions = pressable(message).map((one) => one.action);
          expect(actions).toContain(ACTION.reply);
          expect(actions).toContain(ACTION.more);
        }
      }),
      RUNS,
    );
  });

  test('Slack takes every line in a thread and every direct message', () => {
    fc.assert(
      fc.property(anyMention, (any) => {
        for (const post of any.posts.slice(-2)) {
          const told = (['wrote-again', 'edited', 'post-deleted'] as const).map((type) => ({ type, post: post.id }));
          const drawn = told.map((one) => note(any, { ...one, owner: 'UBEN' }, ctx));
          expect(drawn.flatMap(faultsOfMessage)).toEqual([]);
        }
        // One after the other they are drawn alike: a few of each mention are enough.
        for (const one of any.escalations.slice(0, 2)) {
          for (const asked of askedOf(one)) {
            expect(faultsOfMessage(escalationMessage(any, one, asked, ctx))).toEqual([]);
          }
          for (const type of ['escalation-sent-back', 'escalation-untaken', 'escalation-left'] as const) {
            expect(faultsOfMessage(note(any, { type, escalation: one.id }, ctx))).toEqual([]);
          }
          expect(faultsOfMessage(notice(any, { type: 'escalation-sent-back', escalation: one.id }, ctx))).toEqual([]);
          expect(faultsOfView(sendBackModal(any, one, ctx))).toEqual([]);
          expect(faultsOfMessage(note(any, { type: 'escalation-failed', escalation: one.id }, ctx))).toEqual([]);
          const answered = { type: 'escalation-answered', escalation: one.id, ts: '1.2' } as const;
          expect(faultsOfMessage(note(any, answered, ctx))).toEqual([]);
        }
        const { id } = any.posts[0];
        expect(faultsOfMessage(notice(any, { type: 'wrote-again', post: id }, ctx))).toEqual([]);
        expect(faultsOfMessage(notice(any, { type: 'due-soon', clock: 'c1' }, ctx))).toEqual([]);
        expect(faultsOfMessage(notice(any, { type: 'not-sent', publication: 'p1' }, ctx))).toEqual([]);
        expect(faultsOfMessage(notice(any, { type: 'not-deleted', publication: 'p1' }, ctx))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('Slack takes every word about a mention that changes hands', () => {
    fc.assert(
      fc.property(anyMention, (any) => {
        const words = any.posts[0].text;
        for (const message of [
          note(any, { type: 'handed-over', by: 'UBEN', to: 'UANNA', note: words }, ctx),
          notice(any, { type: 'handed-over', by: 'UBEN', note: words }, ctx),
          notice(any, { type: 'taken-away', by: 'UBEN', to: 'UANNA' }, ctx),
          notice(any, { type: 'snooze-over' }, ctx),
        ]) {
          expect(faultsOfMessage(message)).toEqual([]);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('Slack takes a reminder about any number of mentions', () => {
    const thresholds = fc.constantFrom<Threshold>('due', 'second', 'night');
    const many = fc.array(fc.tuple(hostileText, hostileText, thresholds, fc.boolean()), {
      maxLength: 200,
      size: 'max',
    });
    fc.assert(
      fc.property(many, (rows) => {
        const mentions = rows.map(([name, text], index) => {
          const base = mention({ id: `x:${index}`, number: index + 1, owner: 'UANNA' });
          return { ...base, author: { ...base.author, name }, posts: [{ ...base.posts[0], text }] as const };
        });
        const members = rows.map(([, , threshold, struck], index) =>
          member({ mention: `x:${index}`, threshold, struckAt: struck ? ctx.now.toISOString() : null }),
        );
        const shown = roundOf(members, { message: { channel: 'CSUPPORT', ts: '1.1' } });
        expect(faultsOfMessage(round(shown, mentions, ctx))).toEqual([]);
        if (mentions.length > 0) expect(faultsOfMessage(againLine(mentions, ctx))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('Slack takes every incident', () => {
    fc.assert(
      fc.property(anyIncident, (any) => {
        expect(faultsOfMessage(incidentCard(any, [], ctx))).toEqual([]);
        expect(faultsOfMessage(incidentPlain(any, [], ctx))).toEqual([]);
        expect(faultsOfMessage(updateDue(any, ctx))).toEqual([]);
        expect(faultsOfView(incidentShowModal(any, [], ctx))).toEqual([]);
        const form = { incident: any, text: any.title, seen: [], length: LENGTH, hasLink: true };
        expect(faultsOfView(incidentUpdateModal(form, ctx))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('Slack takes every modal', () => {
    fc.assert(
      fc.property(anyMention, hostileText, (any, text) => {
        const refusal = { reason: 'answered-meanwhile', by: 'UBEN', at: ctx.now.toISOString(), text } as const;
        const seen = any.publications.map((one) => one.id);
        const form = { mention: any, user: 'UANNA', seen, length: LENGTH, notice: text };
        const views = [
          replyModal({ ...form, text }, ctx),
          replyAnyway({ mention: any, text, refusal, seen }, ctx),
          replyAnyway({ mention: any, text, refusal: { reason: 'edited-meanwhile', was: text, text }, seen }, ctx),
          byHandModal(any, text, ctx),
          apologyModal({ ...form, about: any, wrong: text, doing: text, byWhen: text }, ctx),
          escalateModal({ mention: any, reason: text, person: 'UBEN', group: 'SNET', notice: text }, ctx),
          closeModal(any, ctx),
          kindModal(any, ctx),
          handOverModal(any, ctx),
          snoozeModal(any, ctx),
          moreModal(any, ctx),
          topicsModal(any, ctx),
          ticketModal(any, ctx),
          holdModal(any, ctx),
          forgetModal([any], ctx),
          earlierModal({ mention: any, shown: [any, any, any, any, any], total: 1_234 }, ctx),
          showModal(any, ctx),
          historyModal(any, ctx),
          pickModal([any], 'reply', ctx),
        ];
        for (const view of views) expect(faultsOfView(view)).toEqual([]);
        expect(refusalText(refusal, ctx).length).toBeLessThan(2_000);
      }),
      RUNS,
    );
  });

  test('Slack takes full lists and a full home tab', () => {
    const many = (length: number) =>
      fc
        .array(anyMention, { minLength: length, maxLength: length })
        .map((all) => all.map((one, i) => ({ ...one, id: `x:${i}` })));
    fc.assert(
      fc.property(many(20), fc.array(anyIncident, { maxLength: 5 }), (mentions, incidents) => {
        const list = { title: ctx.words.forms.title.open, mentions, page: 2, pages: 3, kind: 'open' } as const;
        expect(faultsOfView(listModal(list, ctx))).toEqual([]);
        expect(faultsOfView(pickModal(mentions, 'escalate', ctx))).toEqual([]);
        const found = { query: mentions[0]?.author.name.slice(0, 300) ?? '', mentions, total: 999, page: 2, pages: 50 };
        expect(faultsOfView(foundModal(found, ctx))).toEqual([]);
        const open = Array.from({ length: 6 }, (_, i) =>
          mentions.map((one) => ({ ...one, id: `${one.id}:${i}` })),
        ).flat();
        expect(faultsOfView(closeSeveralModal(open, ctx))).toEqual([]);
        const why = { reason: 'answered-meanwhile', by: 'UBEN', at: ctx.now.toISOString(), text: 'x' } as const;
        const others = open.slice(0, 80).map((one) => ({ mention: one, refusal: why }));
        expect(faultsOfView(closedSeveralModal(mentions, others, ctx))).toEqual([]);
        const promises = mentions.map((one) => ({ mention: one, promise: promise() }));
        expect(faultsOfView(promisesModal({ promises, page: 2, pages: 3 }, ctx))).toEqual([]);
        // As many as the desk hands out; see home.ts.
        const full = (most: number) => ({ shown: mentions.slice(0, most), total: 1_234 });
        const tab = { ...aHome(), incidents: { shown: incidents, total: 9 }, unclaimed: full(20), mine: full(15) };
        const mine = mentions.slice(0, 5).map((one) => ({ mention: one, promise: promise() }));
        const promised = { brokenPromises: 9, promises: { shown: mine, total: 99 } };
        const rights = { isLead: true, mayPublish: true, maySettings: true };
        const waiting = mentions
          .slice(0, 2)
          .map((about) => ({ about, publication: samplePublication({ status: 'approval' }) }));
        expect(
          faultsOfView(
            home(
              { ...tab, ...promised, approvals: { shown: waiting, total: 9 }, overdue: 77, overdueElsewhere: full(10) },
              rights,
              ctx,
            ),
          ),
        ).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});
