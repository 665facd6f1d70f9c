import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mention } from '../../src/desk/mention.ts';
import { giveBackModal } from '../../views/forms/give-back.ts';
import { linkIncidentModal, linkMentionsModal } from '../../views/forms/incident-links.ts';
import { incidentRolesModal } from '../../views/forms/incident-roles.ts';
import { skipEndModal, UNTOLD_PAGE, untoldModal } from '../../views/forms/untold.ts';
import { incidentCard } from '../../views/incident.ts';
import { notice } from '../../views/notice.ts';
import { timeline } from '../../views/timeline.ts';
import { untoldMessage } from '../../views/untold.ts';
import { anyIncident, anyMention, hostileText } from './hostile.ts';
import { controlsIn, faultsOfMessage, faultsOfView, mrkdwnIn } from './limits.ts';
import { context, mention, minutesFromNow, publication } from './sample.ts';

const RUNS = { numRuns: 25 };
const link = { id: 'incident:k1', number: 3, by: 'UANNA', at: minutesFromNow(-20), told: null };

/** Linked, with hostile words of one customer. */
function linked(any: Mention, number: number): Mention {
  return { ...any, id: `x:${number}`, number, incident: link };
}

describe.each(['en', 'de'] as const)('in %s, whatever customers write of an outage', (language) => {
  const ctx = context(language);

  test('Slack takes who waits to hear the end, as a message and as full pages of a list', () => {
    fc.assert(
      fc.property(anyMention, anyIncident, (any, outage) => {
        const end = publication({ purpose: 'incident-resolve', text: outage.title });
        const over = { ...outage, status: 'resolved', publications: [end], untold: null } as const;
        const crowd = Array.from({ length: UNTOLD_PAGE + 5 }, (_, index) => linked(any, index + 1));
        const message = untoldMessage(over, crowd, ctx);
        if (message !== null) {
          expect(faultsOfMessage(message)).toEqual([]);
          expect(mrkdwnIn(message.blocks).flatMap(controlsIn)).not.toContain('!channel');
        }
        expect(faultsOfView(untoldModal({ incident: over, untold: crowd, page: 1 }, ctx))).toEqual([]);
        expect(faultsOfView(skipEndModal(linked(any, 1), ctx))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('Slack takes the forms of an incident and what its people are told', () => {
    fc.assert(
      fc.property(anyIncident, hostileText, (any, text) => {
        const waits = publication({ id: 'p9', purpose: 'apology', status: 'approval', text, post: null });
        const outage = { ...any, publications: [...any.publications, waits] };
        expect(faultsOfMessage(incidentCard(outage, [], ctx))).toEqual([]);
        expect(faultsOfView(giveBackModal(outage, waits, ctx))).toEqual([]);
        expect(faultsOfView(incidentRolesModal(outage, ctx))).toEqual([]);
        expect(faultsOfView(linkIncidentModal(mention(), [outage, { ...outage, id: 'incident:k2' }], ctx))).toEqual([]);
        const role = { type: 'incident-role', role: 'lead', by: 'UBEN', note: text } as const;
        expect(faultsOfMessage(notice(outage, role, ctx))).toEqual([]);
        const back = { type: 'sent-back', publication: 'p9', by: 'UBEN', reason: text } as const;
        expect(faultsOfMessage(notice(outage, back, ctx))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('Slack takes a list of any number of mentions to link', () => {
    fc.assert(
      fc.property(anyIncident, hostileText, fc.nat(700), (any, text, many) => {
        const crowd = Array.from({ length: many }, (_, index) =>
          mention({ id: `x:${index}`, number: index + 1, posts: [{ ...mention().posts[0], text }] }),
        );
        const view = linkMentionsModal(any, crowd, ctx);
        expect(faultsOfView(view)).toEqual([]);
        expect(JSON.stringify(view).length).toBeLessThan(250_000);
      }),
      RUNS,
    );
  });

  test('nobody’s words break the table of a timeline or call anybody', () => {
    fc.assert(
      fc.property(anyMention, anyIncident, (any, outage) => {
        const text = timeline({ ...outage, id: link.id }, [linked(any, 1)], null, ctx);
        const [row = ''] = text.split('\n').filter((line) => line.startsWith('| #1 |'));
        expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
        expect(text).not.toMatch(/(?<!\\)<!(?:channel|here)/);
      }),
      RUNS,
    );
  });
});
