import { describe, expect, it } from 'vitest';
import type { Modal } from '../../practice/slack/modal.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const FIRST = 'Im Norden ist unser Mobilfunknetz gestört. Wir arbeiten mit allen Kräften daran.';

/** The newest incident's message, links to X cut down. */
const shown = (stage: OpenedStage) => {
  const message = stage.messagesFor('draw-incident').at(-1);
  return message === undefined ? '' : stage.rendered(message).replace(/ \(https:\S+\)/g, '');
};
const untilShown = (stage: OpenedStage, words: string) =>
  stage.workspace.waitFor(() => shown(stage).includes(words) && shown(stage), `an incident that says ${words}`);
const message = (stage: OpenedStage) => {
  const found = stage.messagesFor('draw-incident').at(-1);
  if (found === undefined) throw new Error('there is no incident');
  return found;
};

/** Sends the form, and moves the clock until its text is public; that post. */
async function publish(stage: OpenedStage, form: Modal, text: string) {
  await form.fill(stage.textBlock(form), text);
  await form.fill('confirmed_by', 'Jens, network');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await untilShown(stage, '[Undo]');
  const post = await stage.untilSeen(() => stage.world.ours().find(({ written }) => written === text), text);
  await stage.workspace.waitFor(() => !shown(stage).includes('[Undo]') && shown(stage).includes('on X'), 'the link');
  return post;
}

describe('an incident', () => {
  it('is announced with Undo, kept up in a thread on X through the night, apologised for and resolved', async () => {
    const stage = await openStage({ start: new Date('2026-11-24T21:30:00+01:00'), pollMs: MINUTE_MS });
    const started = await stage.commandForm('carla', '/incident', 'start Mobilfunk im Norden & auf Sylt');
    expect(stage.modalText(started)).toContain('{Mobilfunk im Norden & auf Sylt}');
    await started.type('text', 'Netz gestört');
    await stage.workspace.waitFor(() => stage.modalText(started).includes('12 / 280'), 'the count');
    expect(stage.modalText(started)).not.toContain('$0.20');
    await started.type('text', ' https://nordfunk.de/s');
    await stage.workspace.waitFor(() => stage.modalText(started).includes('36 / 280'), 'the count with a link');
    expect(stage.modalText(started)).toContain('posting it costs $0.20 on X instead of $0.015');
    await started.fill('text', 'Netz weg! '.repeat(40));
    expect(await started.submit()).toEqual({
      outcome: 'errors',
      errors: { text: 'Too long: 399 of 280. Please take out 119.' },
    });
    await started.fill('text', FIRST);
    await started.select('severity', 'critical');
    expect(await started.submit()).toEqual({ outcome: 'closed' });
    expect(await untilShown(stage, '[Undo]')).toContain('*First announcement* by @carla – goes out in 10 seconds');
    await stage.person('carla').press(stage.support, message(stage).ts, 'undo');
    await untilShown(stage, 'Resolved');
    await stage.pass(30 * SECOND_MS, 10 * SECOND_MS);
    expect(stage.world.ours()).toEqual([]);

    const again = await stage.commandForm('carla', '/incident', 'start Mobilfunk im Norden');
    expect(stage.modalText(again)).toContain(`{${FIRST}}`);
    await again.select('severity', 'critical');
    const first = await publish(stage, again, FIRST);
    expect(first.inReplyTo).toBeUndefined();
    expect(shown(stage).replace(/\d+ seconds? ago/, 'N seconds ago')).toBe(
      [
        '🚨 *Incident 2 · Critical – Mobilfunk im Norden*',
        'Running since 24 Nov 2026 21:30 – started by @carla · next public update due 24 Nov 2026 22:00',
        'last public word N seconds ago',
        '💬 *First announcement* by @carla, 24 Nov 2026 21:30 · on X · confirmed by Jens, network (team only)',
        FIRST,
        '[Delete first announcement]',
        '[*Post update*] [Resolve] [Apologise] [History] [… Roles … | Link mentions … | Correct the record … | Timeline as a file]',
      ].join('\n'),
    );

    await stage.pass(29 * MINUTE_MS, 10 * MINUTE_MS);
    expect(stage.messagesFor('post-update-due')).toEqual([]);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    const due = await stage.workspace.waitFor(() => stage.messagesFor('post-update-due')[0], 'a word that it is due');
    expect(stage.rendered(due)).toMatch(
      /^📣 @carla – Incident 2 .*“Mobilfunk im Norden”: the next public update is due\./,
    );
    await untilShown(stage, '⏰ *next public update was due 24 Nov 2026 22:00*');
    await stage.pass(31 * MINUTE_MS, 10 * MINUTE_MS);
    await stage.workspace.waitFor(() => stage.messagesFor('post-update-due').length === 2, 'a second word');

    const form = await stage.openForm('ben', due, 'incident_update');
    expect(stage.modalText(form)).toContain(FIRST);
    await form.select('next_update', '120');
    const update = await publish(stage, form, 'Update: Die Ursache ist ein durchtrenntes Kabel.');
    expect(update.inReplyTo?.id).toBe(first.id);
    expect(shown(stage)).toContain('next public update due 25 Nov 2026 00:3');

    const sorry = await stage.openForm('carla', message(stage), 'apologise');
    await sorry.fill('wrong', 'Wir hätten es hier früher sagen müssen');
    await sorry.fill('doing', 'Ab jetzt schreiben wir hier alle zwei Stunden');
    expect(await sorry.submit()).toEqual({ outcome: 'closed' });
    await untilShown(stage, 'waits for a second person');
    await stage.person('ben').press(stage.support, message(stage).ts, 'approve');
    await untilShown(stage, '[Undo]');
    const words = 'Wir hätten es hier früher sagen müssen. Ab jetzt schreiben wir hier alle zwei Stunden.';
    const apology = await stage.untilSeen(() => stage.world.ours().find(({ written }) => written === words), words);
    expect(apology.inReplyTo?.id).toBe(first.id);
    await stage.workspace.waitFor(() => !shown(stage).includes('[Undo]'), 'the apology in the timeline');

    const list = await stage.commandForm('ben', '/incident', 'list');
    expect(stage.modalText(list)).toMatch(/🚨 Incident 2 .*\*Mobilfunk im Norden\*\nCritical · running/);
    await list.close();
    const whole = await stage.commandForm('ben', '/incident', 'show 2');
    expect(stage.modalText(whole)).toContain('@carla started the incident: Mobilfunk im Norden');
    await whole.close();
    const end = await stage.commandForm('carla', '/incident', 'resolve');
    const resolution = await publish(stage, end, 'Das Netz im Norden läuft wieder. Danke für Ihre Geduld.');
    expect(resolution.inReplyTo?.id).toBe(first.id);
    const over = await untilShown(stage, 'Resolved 24 Nov 2026 22:3');
    expect(over).toMatch(/^✅ \*Incident 2/);
    expect(over).not.toContain('[*Post update*]');
    expect(over).toMatch(/First announcement[\s\S]*Update[\s\S]*Apology[\s\S]*Resolution/);

    await stage.pass(150 * MINUTE_MS, 30 * MINUTE_MS);
    expect(stage.messagesFor('post-update-due')).toHaveLength(2);
    await stage.person('carla').command('/incident', 'update', stage.support);
    await stage.workspace.waitFor(() => stage.ephemerals('carla').length > 0, 'an answer');
    expect(stage.ephemerals('carla')).toEqual(['No incident is running. `/incident start` opens one.']);
    expect(stage.world.ours()).toHaveLength(4);
    stage.expectNothingRefused();
  });

  it('whose first word X refuses says so, offers the text again, and still becomes one thread', async () => {
    const stage = await openStage();
    stage.world.post({ author: 'NordfunkHilft', text: FIRST });
    await stage.pass(10 * MINUTE_MS);
    const started = await stage.commandForm('carla', '/incident', 'start Mobilfunk im Norden');
    await started.fill('text', FIRST);
    expect(await started.submit()).toEqual({ outcome: 'closed' });
    await untilShown(stage, '[Undo]');
    await stage.untilSeen(() => shown(stage).includes('was not sent'), 'that it was not sent');
    expect(shown(stage)).toContain('The network took it for a duplicate of an earlier post.');
    await stage.workspace.waitFor(() => stage.dms('carla').length > 0, 'a word to Carla');
    expect(stage.dms('carla')[0]).toContain(FIRST);

    const again = await stage.openForm('carla', message(stage), 'incident_update');
    expect(stage.modalText(again)).toContain(`{${FIRST}}`);
    const first = await publish(stage, again, `${FIRST} Auch auf Sylt.`);
    expect(first.inReplyTo).toBeUndefined();
    const next = await stage.commandForm('carla', '/incident', 'update');
    const update = await publish(stage, next, 'Update: Die Ursache ist gefunden.');
    expect(update.inReplyTo?.id).toBe(first.id);
    stage.expectNothingRefused({ byX: [/duplicate/i] });
  });
});
