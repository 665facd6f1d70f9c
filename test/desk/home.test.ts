import { describe, expect, it } from 'vitest';
import { desktopOf, type HomeSource, homeDigest, homeOf } from '../../src/desk/home.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { ANNA, aDesk, aMention, anIncident, aPost, BEN, berlin, instant, minutesAfter } from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:40');

/** Came so many minutes before 10:40; a complaint is late after 60. */
function waiting(minutes: number, fields: Partial<Mention> = {}): Mention {
  const post = aPost({ id: String(minutes), at: minutesAfter(now, -minutes).toISOString() });
  return aMention({ id: `x:${minutes}`, number: minutes, ...fields }, desk, { post });
}

function homeWith(source: Partial<HomeSource>, user = ANNA, at = now) {
  return homeOf({ id: user, dms: true }, desktopOf({ mentions: [], incidents: [], ...source }, desk, at));
}

const ids = (list: { readonly shown: readonly { readonly id: string }[] }) => list.shown.map(({ id }) => id);

describe('a home tab', () => {
  it('lists what nobody has, what is mine, and what is late elsewhere, longest wait first', () => {
    const mentions = [
      waiting(10),
      waiting(90),
      waiting(20, { owner: ANNA, status: 'claimed' }),
      waiting(80, { owner: ANNA, status: 'escalated' }),
      waiting(30, { owner: BEN, status: 'claimed' }),
      waiting(70, { owner: BEN, status: 'claimed' }),
      waiting(100, { status: 'answered' }),
      waiting(110, { status: 'closed' }),
      waiting(50, { channel: 'C0PRAISE' }),
    ];
    const home = homeWith({ mentions });
    // Whoever works at the desk works for every channel.
    expect(ids(home.unclaimed)).toEqual(['x:90', 'x:50', 'x:10']);
    expect(ids(home.mine)).toEqual(['x:80', 'x:20']);
    expect(ids(home.overdueElsewhere)).toEqual(['x:70']);
    expect(home.overdue).toBe(3);
    expect(home.figures.open).toBe(7);
    expect(home.loads.shown).toEqual([
      { owner: ANNA, open: 2, overdue: 1, promises: 0, snoozed: 0 },
      { owner: BEN, open: 2, overdue: 1, promises: 0, snoozed: 0 },
    ]);
  });

  it('shows the beginning of a long list and counts the rest', () => {
    const home = homeWith({ mentions: Array.from({ length: 50 }, (_, n) => waiting(n + 1)) });
    expect(home.unclaimed.total).toBe(50);
    expect(home.unclaimed.shown).toHaveLength(20);
    expect(ids(home.unclaimed)[0]).toBe('x:50');
  });

  it('has one row for those who share a card, which stands for them in the order and in the count', () => {
    const shared = (number: number, as: 'lead' | 'folded', fields = {}) =>
      waiting(number, { group: { id: 'x:60', as }, ...fields });
    const mentions = [
      waiting(90),
      shared(60, 'lead'),
      ...[65, 50, 40].map((number) => shared(number, 'folded')),
      shared(30, 'folded', { owner: BEN, status: 'claimed' }),
      waiting(55, { group: { id: 'x:60', as: 'own' } }),
    ];
    const { unclaimed, overdueElsewhere } = homeWith({ mentions });
    expect(ids(unclaimed)).toEqual(['x:90', 'x:60', 'x:55']);
    expect(unclaimed).toMatchObject({ total: 6, alike: { 'x:60': 3 } });
    expect(overdueElsewhere.total).toBe(0);
    const many = Array.from({ length: 80 }, (_, n) => shared(n + 1, n === 70 ? 'lead' : 'folded'));
    expect(homeWith({ mentions: [...many, waiting(5)] }).unclaimed.shown).toHaveLength(2);
  });

  it('names the incidents that run, newest first', () => {
    const incidents = [
      anIncident(),
      anIncident({ id: 'incident:k2', number: 2 }),
      anIncident({ id: 'incident:k3', status: 'resolved' }),
    ];
    expect(ids(homeWith({ incidents }).incidents)).toEqual(['incident:k2', 'incident:k1']);
  });
});

describe('its digest', () => {
  const before = [waiting(10), waiting(30, { owner: BEN, status: 'claimed' })] as const;
  const digest = (mentions: readonly Mention[], more: Partial<HomeSource> = {}, at = now) =>
    homeDigest(homeWith({ mentions, ...more }, ANNA, at), desk, at);
  const known = digest(before);

  it('stays while nothing changes', () => {
    expect(digest([...before], {}, minutesAfter(now, 1))).toBe(known);
  });

  it.each<[string, readonly Mention[]]>([
    ['somebody claims', [{ ...before[0], owner: BEN, status: 'claimed' }, before[1]]],
    ['somebody gives back', [before[0], { ...before[1], owner: null, status: 'open' }]],
    ['one is answered', [before[0], { ...before[1], status: 'answered' }]],
    ['one more waits', [...before, waiting(5)]],
    ['a kind is corrected', [{ ...before[0], kind: 'question' }, before[1]]],
    ['a card gets its place', [{ ...before[0], card: null }, before[1]]],
  ])('changes when %s', (_, mentions) => {
    expect(digest(mentions)).not.toBe(known);
  });

  it('changes when an incident starts, or its next word is due at another time', () => {
    const running = digest(before, { incidents: [anIncident()] });
    expect(running).not.toBe(known);
    const later = anIncident({ updateDueAt: instant('2026-11-24T11:30') });
    expect(digest(before, { incidents: [later] })).not.toBe(running);
  });

  it('changes when one turns late', () => {
    const almost = [waiting(59)];
    expect(digest(almost, {}, minutesAfter(now, 1))).not.toBe(digest(almost));
  });

  it('changes every few minutes, because the waiting times do', () => {
    expect(digest(before, {}, minutesAfter(now, 6))).not.toBe(known);
  });

  it.each([{ language: 'de' as const }, { leads: [BEN] }, { publishers: [BEN] }])(
    'changes with the settings %j',
    (settings) => {
      expect(homeDigest(homeWith({ mentions: before }), aDesk(settings), now)).not.toBe(known);
    },
  );
});
