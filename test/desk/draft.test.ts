import { describe, expect, it } from 'vitest';
import { NO_ASIDE } from '../../src/desk/aside.ts';
import { draftOf, forgetDraft, keepTyped, offeredDraft, unsentApology, unsentOf } from '../../src/desk/draft.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { newPerson } from '../../src/desk/person.ts';
import { pressSend, wasRefused } from '../../src/desk/publishing.ts';
import { undo } from '../../src/desk/undo.ts';
import type { Draft } from '../../src/desk/unsent.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPublication,
  BEN,
  berlin,
  granted,
  instant,
  minutesAfter,
  secondsAfter,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:05');
const PARTS = { wrong: 'Your case stayed in Oslo', doing: 'It is on the next flight', byWhen: 'tonight' };

const typed = (text: string, fields: Partial<Draft> = {}) => ({ by: ANNA, purpose: 'reply', text, ...fields }) as const;

function draft(fields: Partial<Draft> = {}): Draft {
  return { by: ANNA, purpose: 'reply', text: 'Half a', why: 'typed', at: instant('2026-11-24T10:00'), ...fields };
}

function keep(state: Mention, text: string): Mention {
  return keepTyped(state, typed(text), now).state;
}

describe('what is typed', () => {
  it('is kept for its person and its form, and draws nothing', () => {
    const decision = keepTyped(aMention(), typed('Hi Mi'), now);
    expect(decision.effects).toEqual([]);
    expect(decision.state.drafts).toEqual([
      { by: ANNA, purpose: 'reply', text: 'Hi Mi', why: 'typed', at: now.toISOString() },
    ]);
    expect(draftOf(decision.state, BEN, 'reply')).toBeNull();
    expect(draftOf(decision.state, ANNA, 'apology')).toBeNull();
  });

  it('replaces what was typed before in this form, and leaves other forms and other people alone', () => {
    const others = [draft({ by: BEN }), draft({ purpose: 'apology', parts: PARTS })];
    const state = keep(aMention({ drafts: [draft(), ...others] }), 'Half a word more');
    expect(state.drafts.map((one) => one.text)).toEqual(['Half a', 'Half a', 'Half a word more']);
  });

  it('is forgotten when the field is emptied', () => {
    expect(keep(aMention({ drafts: [draft()] }), ' ').drafts).toEqual([]);
    const none = aMention();
    expect(keep(none, '')).toBe(none);
  });

  it('leaves a text that came back as it is while the form holds just that, or nothing', () => {
    const failed = aMention({ drafts: [draft({ text: 'It is on the next flight.', why: 'failed' })] });
    expect(keep(failed, 'It is on the next flight.')).toBe(failed);
    expect(keep(failed, '')).toBe(failed);
    expect(keep(failed, 'It is on its way.').drafts).toMatchObject([{ text: 'It is on its way.', why: 'typed' }]);
  });

  it('is not kept when its letter arrives after the send', () => {
    const wish = { by: ANNA, purpose: 'reply', text: 'It is on the next flight. ^AB', inReplyTo: '1001' } as const;
    const sent = pressSend(aMention(), wish, desk, now);
    expect(keepTyped(sent, typed('It is on the next fl'), secondsAfter(now, 1)).state).toBe(sent);
    expect(keepTyped(sent, typed('It is'), minutesAfter(now, 6)).state.drafts).toHaveLength(1);
    expect(keepTyped(sent, typed('It is', { by: BEN }), secondsAfter(now, 1)).state.drafts).toHaveLength(1);
  });

  it('of an incident that was not started belongs to its person, title included, until it is started', () => {
    const person = newPerson(ANNA).state;
    const wish = typed('', { purpose: 'incident-start', title: 'Mail is down' });
    const kept = keepTyped(person, wish, now).state;
    expect(draftOf(kept, ANNA, 'incident-start')).toMatchObject({ text: '', title: 'Mail is down' });
    expect(forgetDraft(kept, ANNA, 'incident-start').state.drafts).toEqual([]);
    expect(forgetDraft(person, ANNA, 'incident-start').state).toBe(person);
  });
});

describe('what an incident’s form asks beside its text', () => {
  const aside = { confirmedBy: 'Jens', answerDe: '', answerEn: 'Soon, {name}.' };
  const word = (text: string, more: object = {}) => typed(text, { purpose: 'incident-update', ...more });

  it('is kept with it, alone as well, and forgotten when all is emptied', () => {
    const kept = keepTyped(aMention(), word('', { aside }), now).state;
    expect(draftOf(kept, ANNA, 'incident-update')).toMatchObject({ text: '', aside });
    const same = keepTyped(kept, word('', { aside: { ...aside } }), now).state;
    expect(same).toBe(kept);
    expect(keepTyped(kept, word('', { aside: NO_ASIDE }), now).state.drafts).toEqual([]);
  });

  it('comes back with a word that did not get out', () => {
    const out = {
      ...aPublication(),
      purpose: 'incident-update',
      confirmedBy: 'Jens',
      answers: { de: null, en: 'Soon.' },
    } as const;
    expect(unsentOf(out).aside).toEqual({ confirmedBy: 'Jens', answerDe: '', answerEn: 'Soon.' });
    expect(unsentOf(aPublication())).not.toHaveProperty('aside');
  });
});

describe('a send', () => {
  const wish = { by: ANNA, purpose: 'reply', text: 'We are on it, Mia. ^AB', inReplyTo: '1001' } as const;

  it('takes away what its form offered, and the same words in another form', () => {
    const drafts = [draft(), draft({ purpose: 'holding', text: 'We are on it, Mia.' }), draft({ by: BEN })];
    expect(pressSend(aMention({ drafts }), wish, desk, now).drafts).toEqual([draft({ by: BEN })]);
  });

  it('takes away what came back from another form, and leaves what was only typed there', () => {
    const half = draft({ purpose: 'apology', text: 'Sorry for', parts: PARTS });
    const drafts = [half, draft({ purpose: 'holding', text: 'Soon.', why: 'undone' })];
    expect(pressSend(aMention({ drafts }), wish, desk, now).drafts).toEqual([half]);
  });
});

describe('an apology that does not get out', () => {
  const unsent = unsentApology(ANNA, PARTS, 'en');
  const { by, text } = unsent;
  const wish = { by, purpose: 'apology', text, inReplyTo: '1001', with: { parts: PARTS } } as const;

  it('comes back in its fields, whether it is undone or refused', () => {
    const sent = pressSend(aMention(), wish, desk, now);
    const undone = granted(undo(sent, 'p1', ANNA, now)).state;
    expect(draftOf(undone, ANNA, 'apology')).toMatchObject({ why: 'undone', parts: PARTS });
    const sending = { ...sent, publications: sent.publications.map((one) => ({ ...one, status: 'sending' as const })) };
    const refused = wasRefused(sending, 'p1', { code: 'refused', detail: 'no' }, now).state;
    expect(draftOf(refused, ANNA, 'apology')).toMatchObject({ why: 'failed', parts: PARTS });
    expect(offeredDraft(refused, ANNA, 'reply')).toMatchObject({ text });
  });

  it('is kept field by field while it is typed, and not offered as a reply', () => {
    const state = keepTyped(aMention(), unsent, now).state;
    expect(draftOf(state, ANNA, 'apology')).toMatchObject({ why: 'typed', parts: PARTS });
    expect(offeredDraft(state, ANNA, 'reply')).toBeNull();
  });

  it('and has no fields any more, as it was sent "anyway", is offered as a reply', () => {
    const sent = pressSend(aMention(), { ...wish, with: {} }, desk, now);
    const { state } = granted(undo(sent, 'p1', ANNA, now));
    expect(draftOf(state, ANNA, 'apology')).toBeNull();
    expect(draftOf(state, ANNA, 'reply')).toMatchObject({ text });
  });
});
