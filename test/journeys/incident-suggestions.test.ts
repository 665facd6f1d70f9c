import { describe, expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { openStage, SECOND_MS } from './support.ts';

describe('while an incident runs', () => {
  it('mentions of its cause are suggested in both languages, and linked by a press: one, none, or all', async () => {
    const stage = await openStage();
    const outage = createOutage(stage);
    const before = await stage.complain('frida_husum', 'Bei uns ist das Internet weg, seit einer Stunde!');
    await outage.start('Im Norden ist unser Netz gestört. Wir arbeiten daran.', {}, 'Internet im Norden');
    const lena = await stage.complain('lena_altona', 'Kein Internet seit heute früh. Unfassbar!');
    await stage.untilReads(before.card, 'Does it belong to incident 1?');
    await stage.untilReads(lena.card, 'Does it belong to incident 1?');
    const parcel = await stage.complain(
      'otto',
      'Mein Router ist nicht geliefert worden, ich warte seit Wochen auf das Paket!',
    );
    expect(stage.rendered(parcel.card)).not.toContain('belong to incident');
    const jon = await stage.complain('jon_reyes', 'wifi has been dead all day, this is terrible');
    await stage.untilReads(jon.card, 'Does it belong to incident 1?');
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    await outage.untilShown('3 more may belong to it');

    await stage.person('anna').press(stage.support, lena.card.ts, 'confirm_link');
    await stage.untilReads(lena.card, '🔗 incident 1');
    await stage.person('ben').press(stage.support, jon.card.ts, 'decline_link');
    await stage.workspace.waitFor(
      () => !stage.rendered(jon.card).includes('belong to incident'),
      'that it asks no more',
    );
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    await outage.untilShown('🔗 1 customer linked');
    await outage.untilShown('1 more may belong to it');

    await stage.complain('mia_kiel', 'Hier ist das WLAN ausgefallen. Frechheit!');
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    await outage.untilShown('2 more may belong to it');
    await stage.person('anna').press(stage.support, outage.message().ts, 'link_suggested');
    await stage.untilSeen(
      () => stage.ephemerals('anna').some((said) => said.includes('2 mentions are linked now.')),
      'that they are linked',
    );
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    await outage.untilShown('🔗 3 customers linked');
    expect(stage.rendered(jon.card)).not.toContain('incident 1');
    // The announcement, and no answer by itself.
    expect(stage.world.ours()).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('one press on a card is for all who say the same on it', async () => {
    const stage = await openStage({ desk: { fold: true } });
    const outage = createOutage(stage);
    await outage.start('Im Norden ist unser Netz gestört. Wir arbeiten daran.', {}, 'Internet im Norden');
    const mia = await stage.complain('mia_kiel', 'Hier ist das WLAN ausgefallen. Frechheit!');
    const ole = stage.write('ole_kiel', 'hier ist das wlan ausgefallen!! Frechheit');
    await stage.readNow();
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(mia.card, 'Do these 2 belong to incident 1?');
    expect(stage.cardOf(ole)).toBeUndefined();
    await stage.person('anna').press(stage.support, mia.card.ts, 'confirm_link');
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await outage.untilShown('🔗 2 customers linked');
    await stage.untilReads(mia.card, '🔗 incident 1');
    stage.expectNothingRefused();
  });
});
