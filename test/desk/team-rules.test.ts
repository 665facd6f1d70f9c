import { describe, expect, it } from 'vitest';
import { arrive, writeAgain } from '../../src/desk/arrive.ts';
import { channelFor } from '../../src/desk/channels.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { withheld } from '../../src/desk/noise.ts';
import { settingsSchema } from '../../src/desk/settings.ts';
import { faultsOf } from '../../src/desk/settings-fault.ts';
import { ruledBy } from '../../src/desk/team-rules.ts';
import { ANNA, aDesk, anArrival, aPost, BEN, berlin, effectsOf, instant, onlyPlanned } from './examples.ts';

type Rule = NonNullable<NonNullable<Parameters<typeof aDesk>[0]>['rules']>[number];

const now = berlin('2026-11-24T10:01');
const leaving = aPost({ text: 'Danke, aber ich schreibe jetzt die Kündigungen!' });
const CHURN: Rule = {
  words: ['kündig*'],
  set: { kind: 'complaint', urgency: 'urgent', person: BEN, channel: 'C0CHURN' },
};
const desk = (...rules: Rule[]) => aDesk({ rules });
const arrives = (on: ReturnType<typeof aDesk>, fields: Parameters<typeof anArrival>[0] = {}) =>
  arrive(anArrival({ kind: 'praise', post: leaving, lang: 'de', ...fields }), 1, 'C0CARE', on, now);

describe('a rule of the team', () => {
  it('sets kind, urgency and person of a new mention; the kind is neither triage’s nor anybody’s', () => {
    const decision = arrives(desk(CHURN));
    expect(decision.state).toMatchObject({
      kind: 'complaint',
      kindBy: 'rule',
      owner: BEN,
      status: 'claimed',
      urgency: { level: 'urgent', reasons: [{ type: 'rule', level: 'urgent' }] },
    });
    expect(decision.state.history.map(({ did, by, whom }) => [did, by, whom])).toEqual([
      ['arrived', 'customer', undefined],
      ['assigned', 'earshot', BEN],
    ]);
    expect(onlyPlanned(decision, 'send-notice').effect).toMatchObject({ to: BEN, notice: { type: 'assigned' } });
  });

  it('sends the card where it says, danger apart', () => {
    const { settings } = desk(CHURN);
    expect(channelFor(anArrival({ post: leaving }), settings, 'C0CARE')).toBe('C0CHURN');
    expect(channelFor(anArrival(), settings, 'C0CARE')).toBe('C0CARE');
    const fire = aPost({ text: 'Kündigung! Bei mir steht der Router in Flammen, es brennt' });
    expect(channelFor(anArrival({ post: fire }), settings, 'C0CARE')).toBe('C0CARE');
    const routed = aDesk({
      rules: [{ languages: ['de'], set: { kind: 'other' } }],
      channels: [{ kinds: ['other'], channel: 'C0REST' }],
    });
    expect(channelFor(anArrival({ lang: 'de', kind: 'praise' }), routed.settings, 'C0CARE')).toBe('C0REST');
  });

  it.each<[string, Omit<Rule, 'set'>, boolean]>([
    ['a word', { words: ['KUNDIG*'] }, true],
    ['a word in the middle of another', { words: ['ndig*'] }, false],
    ['a compound', { words: ['*digungen'] }, true],
    ['one of several words', { words: ['nichts', 'danke'] }, true],
    ['its author', { authors: ['@MIA_Travels'] }, true],
    ['another author', { authors: ['gregor'] }, false],
    ['its language', { languages: ['en', 'de'] }, true],
    ['another language', { languages: ['other'] }, false],
    ['its network', { networks: ['X'] }, true],
    ['a word, in another language', { words: ['danke'], languages: ['en'] }, false],
  ])('fits by %s: %s → %s', (_, about, fits) => {
    const on = desk({ ...about, set: { kind: 'other' } });
    expect(arrives(on).state.kindBy).toBe(fits ? 'rule' : 'triage');
  });

  it('does not find our own name in a post that names us', () => {
    const on = desk({ words: ['nordair'], set: { kind: 'other' } });
    expect(arrives(on, { post: aPost({ text: '@nordair hello' }) }).state.kindBy).toBe('triage');
    expect(arrives(on, { post: aPost({ text: 'hello #Nordair' }) }).state.kindBy).toBe('rule');
  });

  it('has the word where it is the first to name something', () => {
    const { settings } = desk(
      { words: ['danke'], set: { urgency: 'raised' } },
      { languages: ['de'], set: { urgency: 'urgent', kind: 'question' } },
      { networks: ['x'], set: { kind: 'other', person: ANNA } },
    );
    const subject = { network: 'x', author: { handle: 'mia' }, lang: 'de', posts: [leaving] } as const;
    expect(ruledBy(settings, subject)).toEqual({ urgency: 'raised', kind: 'question', person: ANNA, channel: null });
  });

  it('speaks about a later post too, and leaves what staff said', () => {
    const first = arrives(desk(CHURN), { post: aPost({ text: 'Wann öffnet ihr?' }), kind: 'question' }).state;
    expect(first.kindBy).toBe('triage');
    const later = anArrival({
      kind: 'praise',
      lang: 'de',
      post: { ...leaving, id: '1002', at: instant('2026-11-24T10:02') },
    });
    const joined = writeAgain(first, later, desk(CHURN), now).state;
    expect(joined).toMatchObject({ kind: 'complaint', kindBy: 'rule', owner: BEN });
    const corrected = { ...first, kind: 'praise', kindBy: ANNA, owner: ANNA, status: 'claimed' } as const;
    expect(writeAgain(corrected, later, desk(CHURN), now).state).toMatchObject({
      kind: 'praise',
      kindBy: ANNA,
      owner: ANNA,
    });
  });

  it('calls whoever gets no direct messages in the card’s thread', () => {
    const { state, effects } = arrives(desk(CHURN));
    const notice = effects.map(({ effect }) => effect).find((effect) => effect.type === 'send-notice');
    if (notice === undefined) throw new Error('nobody is told');
    expect(effectsOf(withheld(state, notice), 'post-note')).toMatchObject([{ note: { type: 'assigned', to: BEN } }]);
  });
});

describe('the mute list', () => {
  const muting = aDesk({ mute: { handles: ['@Mia_Travels'], words: ['*gewinnspiel*'] } });

  it('keeps a mention without card, clock and owner; it is there and says by what', () => {
    const decision = arrives(muting);
    expect(decision.effects).toEqual([]);
    expect(decision.state).toMatchObject({
      status: 'closed',
      clocks: [],
      muted: { by: 'author', what: 'mia_travels' },
    });
    const author = { id: '78', handle: 'other', name: 'O', followers: 3 };
    const worded = arrives(muting, { author, post: aPost({ text: 'Riesengewinnspielaktion!' }) }).state;
    expect(worded.muted).toMatchObject({ by: 'word', what: '*gewinnspiel*' });
    expect(arrives(muting, { author }).state.muted).toBeNull();
  });

  it('never hides danger, nor whoever is on the VIP list', () => {
    expect(arrives(muting, { post: aPost({ text: 'Hilfe, es brennt!' }) }).state.muted).toBeNull();
    const both = aDesk({ mute: { handles: ['mia_travels'] }, vip: ['mia_travels'] });
    expect(arrives(both).state.muted).toBeNull();
  });

  it('holds for later posts, until one sounds like danger or the list has changed', () => {
    const first = arrives(muting).state;
    const again = (text: string) => anArrival({ post: aPost({ id: '1002', text, at: instant('2026-11-24T10:02') }) });
    const quiet = writeAgain(first, again('Und noch einmal'), muting, now);
    expect(quiet.effects).toEqual([]);
    expect(quiet.state.posts).toHaveLength(2);
    const danger = writeAgain(first, again('Hier brennt es, es brennt!'), muting, now);
    expect(danger.state).toMatchObject({ muted: null, status: 'open', clocks: [{ id: 'c1', stopped: null }] });
    expect(danger.effects.map(({ effect }) => effect.type)).toEqual(['draw-card', 'tell']);
    expect(writeAgain(first, again('Hallo?'), aDesk(), now).state.muted).toBeNull();
  });

  it('gets no card by anything else that happens to it', () => {
    const { state } = arrives(muting);
    const row = {
      ...onlyPlanned(arrives(aDesk()), 'draw-card'),
      savedAt: '',
      revision: 1,
      attempts: 0,
      unclear: false,
      parked: null,
    };
    expect(isMoot(state, row, now)).toBe(true);
  });
});

describe('what can’t be kept of these settings is named beside its field', () => {
  const faults = (wishes: object) => {
    const { error } = settingsSchema.safeParse(wishes);
    return error === undefined ? [] : faultsOf(error.issues, wishes).map(({ at, code, what }) => [at, code, what]);
  };

  it.each([
    [{ vip: ['jane doe'] }, 'vip', 'handle', 'jane doe'],
    [{ mute: { handles: ['@@x'] } }, 'mute.handles', 'handle', '@@x'],
    [{ mute: { words: ['*'] } }, 'mute.words', 'word', '*'],
    [{ vip: Array.from({ length: 201 }, (_, n) => `u${n}`) }, 'vip', 'too-many', '200'],
    [{ vip: Array.from({ length: 100 }, (_, n) => `${'u'.repeat(40)}${n}`) }, 'vip', 'list-too-long', ''],
    [{ urgency: { followers: 0 } }, 'urgency.followers', 'number', '1–1000000000'],
    [{ urgency: { repeats: 1 } }, 'urgency.repeats', 'number', '2–100'],
    [{ urgency: { urgentMinutes: 'soon' } }, 'urgency.urgentMinutes', 'number', '1–100000'],
    [{ lock: { group: 'legal' } }, 'lock.group', 'group', 'legal'],
    [{ lock: { people: ['eva'] } }, 'lock.people', 'person', 'eva'],
    [{ rules: [{ set: { kind: 'other' } }] }, 'rules.about', 'rule-about', ''],
    [{ rules: [{ words: ['wlan'], set: {} }] }, 'rules.set.kind', 'rule-does', ''],
    [{ rules: [{ words: ['x'], set: { kind: 'other' } }] }, 'rules.words', 'word', 'x'],
    [{ rules: [{ authors: ['a b'], set: { kind: 'other' } }] }, 'rules.authors', 'handle', 'a b'],
    [{ rules: [{ words: ['wlan'], set: { channel: 'general' } }] }, 'rules.set.channel', 'channel', 'general'],
  ])('%j', (wishes, at, code, what) => {
    expect(faults(wishes)).toEqual([[at, code, what]]);
  });
});
