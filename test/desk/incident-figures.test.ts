import { expect, it } from 'vitest';
import { hearNews } from '../../src/desk/hear.ts';
import type { Incident } from '../../src/desk/incident.ts';
import { incidentFigures } from '../../src/desk/incident-figures.ts';
import { becamePublic } from '../../src/desk/published.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPost,
  aPublication,
  aPublicPost,
  berlin,
  effectsOf,
  instant,
} from './examples.ts';

const now = berlin('2026-11-24T12:00:01');
const link = (told: 'sent' | 'skipped' | null) => ({
  id: 'incident:k1',
  number: 1,
  by: ANNA,
  at: instant('2026-11-24T10:30'),
  told: told === null ? null : { at: instant('2026-11-24T12:00'), by: ANNA, how: told, reason: null },
});
const at = (time: string) => [aPost({ at: instant(`2026-11-24T${time}`) })] as const;

it('an incident is counted from the mentions that are linked to it', () => {
  const telling = aPublication({ status: 'waiting', tellsOf: 'incident:k1' });
  const word = (id: string, time: string) =>
    aPublication({ id, purpose: 'incident-update', post: { ...aPublicPost(id), at: instant(`2026-11-24T${time}`) } });
  const incident = anIncident({
    status: 'resolved',
    resolvedAt: instant('2026-11-24T11:30'),
    publications: [word('p1', '10:00'), word('p2', '10:31'), aPublication({ status: 'undone' }), word('p3', '11:30')],
  });
  const mentions = [
    aMention({ posts: at('10:05'), incident: link('sent'), publications: [aPublication()] }),
    aMention({ posts: at('10:55'), incident: link('skipped') }),
    aMention({ posts: at('11:05'), incident: link(null), publications: [telling] }),
    aMention({ posts: at('11:06'), incident: link(null) }),
    aMention({ posts: at('11:07') }),
  ];
  expect(incidentFigures(incident, mentions)).toEqual({
    linked: 4,
    answered: 1,
    told: 1,
    skipped: 1,
    underWay: 1,
    waiting: 1,
    byHour: [
      { from: instant('2026-11-24T10:00'), count: 2 },
      { from: instant('2026-11-24T11:00'), count: 2 },
    ],
    medianAnswerMs: 13_000,
    lastedMs: 90 * 60_000,
    minutesBetweenWords: [31, 59],
  });
});

const news = { type: 'incident-links-changed', mention: 'x:1' } as const;
const heard = (incident: Incident) => hearNews(incident, 'n1', news, now);

it('news of links draws it again at the next turn of three seconds, however many there are', () => {
  const decision = heard(anIncident());
  expect(decision.state).toEqual(anIncident());
  expect(decision.effects).toMatchObject([
    { effect: { type: 'draw-incident' }, notBefore: instant('2026-11-24T12:00:03') },
  ]);
});

it('news of links does not hold up a drawing that shows Undo', () => {
  const waiting = aPublication({ status: 'waiting', goesOutAt: null });
  expect(heard(anIncident({ publications: [waiting] })).effects[0]?.notBefore).toBeNull();
});

it('after the end the list of those who wait to hear it is drawn as well', () => {
  expect(effectsOf(heard(anIncident({ status: 'resolved' })), 'draw-untold')).toHaveLength(1);
  const sending = aPublication({ purpose: 'incident-resolve', status: 'sending', post: null });
  const ended = becamePublic(anIncident({ publications: [sending] }), 'p1', aPublicPost(), aDesk(), now);
  expect(ended.state.status).toBe('resolved');
  expect(effectsOf(ended, 'draw-untold')).toHaveLength(1);
});
