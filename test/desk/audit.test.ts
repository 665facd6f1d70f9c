import { describe, expect, it } from 'vitest';
import { auditLines, isPublicDeed, publicationOfLine } from '../../src/desk/audit.ts';
import { NEW_DESK } from '../../src/desk/desk-state.ts';
import { recorded } from '../../src/desk/history.ts';
import { type Origin, signed } from '../../src/desk/origin.ts';
import { becamePublic } from '../../src/desk/published.ts';
import { pressSend } from '../../src/desk/publishing.ts';
import { ANNA, aDesk, aMention, anIncident, aPublicPost, berlin, minutesAfter } from './examples.ts';

const FORM: Origin = { way: 'form', name: 'reply_form' };
const CLOCK: Origin = { way: 'clock', name: '' };
const NOW = berlin('2026-11-24T10:05');
const WISH = { by: ANNA, purpose: 'reply', text: 'It is on its way.', inReplyTo: '1001' } as const;

describe('the origin of what was done', () => {
  it('is put on the new lines of a history, and stays as it was on the old ones', () => {
    const mention = aMention();
    const first = signed(recorded(mention, NOW, ANNA, 'claimed'), mention, FORM);
    const second = signed(recorded(first, NOW, ANNA, 'released'), first, CLOCK);
    expect(second.history.map(({ did, from }) => [did, from])).toEqual([
      ['arrived', undefined],
      ['claimed', FORM],
      ['released', CLOCK],
    ]);
  });

  it('is on every line of what was just created, and changes nothing where nothing was done', () => {
    const mention = aMention();
    expect(signed(mention, null, CLOCK).history).toMatchObject([{ from: CLOCK }]);
    expect(signed(mention, mention, CLOCK)).toBe(mention);
  });
});

describe('the account of a period', () => {
  it('has every line of its days, of mentions, incidents and settings, in their order', () => {
    const desk = { ...NEW_DESK, settings: aDesk().settings };
    const lines = auditLines(
      [
        recorded(aMention(), berlin('2026-11-25T00:10'), ANNA, 'claimed'),
        recorded(anIncident(), berlin('2026-11-24T09:00'), ANNA, 'started'),
        recorded(desk, berlin('2026-11-24T23:50'), ANNA, 'settings-changed', 'undoSeconds'),
      ],
      { from: '2026-11-24', to: '2026-11-24' },
      'Europe/Berlin',
    );
    expect(lines.map(({ entry }) => entry.did)).toEqual(['started', 'arrived', 'settings-changed']);
  });

  it('finds the public text that a line is about', () => {
    const sent = pressSend(aMention(), WISH, aDesk(), NOW);
    const sending = { ...sent, publications: sent.publications.map((one) => ({ ...one, status: 'sending' as const })) };
    const { state: about } = becamePublic(sending, 'p1', aPublicPost(), aDesk(), minutesAfter(NOW, 1));
    const found = about.history.map((entry) => [entry.did, publicationOfLine({ about, entry })?.id]);
    expect(found).toEqual([
      ['arrived', undefined],
      ['pressed-send', 'p1'],
      ['published', 'p1'],
    ]);
    expect(about.history.map(({ did }) => isPublicDeed(did))).toEqual([false, true, true]);
  });
});
