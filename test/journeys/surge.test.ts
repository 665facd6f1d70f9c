import { describe, expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const IN_THE_NIGHT = new Date('2026-11-24T03:00:00+01:00');
const TEXTS = ['Kein Netz in Hamburg, warum?', 'Seit Stunden kein Netz in Hamburg!', 'kein netz mehr, Hamburg Altona'];

const openAtNight = (language: 'en' | 'de' = 'en') =>
  openStage({
    start: IN_THE_NIGHT,
    pollMs: 30 * SECOND_MS,
    desk: ({ anna }) => ({ language, onCall: { mon: [anna] } }),
  });

const line = (stage: OpenedStage) => {
  const [message, ...more] = stage.messagesFor('draw-surge');
  expect(more).toEqual([]);
  return message === undefined ? '' : stage.rendered(message).replaceAll(/ \(https:\S+?\)/g, '');
};
const press = (stage: OpenedStage, name: 'anna' | 'carla', action: string) => {
  const message = stage.messagesFor('draw-surge').at(-1);
  if (message === undefined) throw new Error('there is no surge');
  return stage.person(name).press(stage.support, message.ts, action);
};

/** So many customers complain, one each twenty seconds. */
async function outage(stage: OpenedStage, count = 12): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    stage.write(`kunde${index}`, TEXTS[index % TEXTS.length] ?? '');
    await stage.pass(20 * SECOND_MS, 10 * SECOND_MS);
  }
}

describe('a surge in the night', () => {
  it('calls who is on call, and its message starts the incident that its complaints are linked to', async () => {
    const stage = await openAtNight();
    const incident = createOutage(stage);
    await outage(stage);
    await stage.untilSeen(() => line(stage) !== '', 'the message');
    expect(line(stage)).toMatch(
      /^🌊 \*\d+ complaints about the same thing in (5|15) minutes; usual at this hour: (fewer than 1|1)\*\nOften in them: “Hamburg”, “kein Netz”/i,
    );
    await stage.untilSeen(() => stage.dms('anna').length > 0, 'a call for Anna');
    expect(stage.dms('anna')[0]).toMatch(/^🚨 \*Unusually many: .*complaints about the same thing/);
    await stage.untilSeen(() => line(stage).includes('called: @anna'), 'her name in it');
    expect(stage.messagesFor('draw-alarm')).toEqual([]);

    await stage.stopApp();
    await stage.startApp();
    const form = await incident.formAfter('anna', () => press(stage, 'anna', 'surge_start'));
    expect(stage.modalText(form)).toMatch(/1\d complaints will be linked to this incident[\s\S]*Hamburg, kein Netz/i);
    await incident.publish(form, { text: 'Wir wissen von der Störung in Hamburg und arbeiten daran.' });
    await stage.untilSeen(() => /🔗 1\d customers linked/.test(incident.shown()), 'the links', {
      mostMs: 10 * MINUTE_MS,
    });
    await stage.untilSeen(() => line(stage).includes('explains it (@anna)'), 'the incident in its message');
    await stage.untilSeen(() => stage.dms('anna').some((text) => text.startsWith('☑️ Over')), 'the end of the call');

    await stage.pass(40 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.untilSeen(() => /^✅ Over: 1\d complaints about the same thing from/.test(line(stage)), 'its end');
    stage.expectNothingRefused();
  });

  it('in German is silenced by one press, which says who, and stays quiet for the rest of the hour', async () => {
    const stage = await openAtNight('de');
    await outage(stage);
    await stage.untilSeen(() => line(stage) !== '', 'the message');
    expect(line(stage)).toMatch(
      /^🌊 \*\d+ Beschwerden über dasselbe in (5|15) Minuten; üblich zu dieser Stunde: (weniger als 1|1)\*/,
    );
    await press(stage, 'carla', 'surge_dismiss');
    await stage.untilSeen(() => line(stage).startsWith('☑️ @carla: keine Welle. Ruhe bis'), 'her name');
    await outage(stage, 6);
    await stage.pass(2 * MINUTE_MS, 15 * SECOND_MS);
    expect(line(stage)).toMatch(/^☑️ @carla/);
    stage.expectNothingRefused();
  });
});
