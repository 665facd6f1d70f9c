import { describe, expect, it } from 'vitest';
import { openStage } from './support.ts';

const BRUSH_OFF = 'Bitte nutzen Sie unser Kontaktformular.';
const LOOK_AGAIN = 'Not sent yet. Please look again:';

describe('before a reply goes out', () => {
  it('a brush-off is warned of with its reason; sent again it goes, and the history and the leads’ file say so', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.fill('text', BRUSH_OFF);
    await form.fill('picture', 'router.png');
    await form.fill('alt', 'Ein Router');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    const warned = stage.modalText(form);
    expect(warned).toContain(LOOK_AGAIN);
    expect(warned).toContain('Who sees to it here, and what happens next?');
    expect(warned).toContain(`“${BRUSH_OFF}”`);
    expect(warned).toContain(`{${BRUSH_OFF}}`);
    expect(warned).toContain('{router.png}');
    expect(warned).toContain('Send anyway');
    expect(stage.rendered(card)).not.toContain('[Undo]');

    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect((await stage.untilPublic(post)).written).toContain(BRUSH_OFF);
    const settled = await stage.untilReads(card, 'Answered by @anna');
    expect(settled).toContain('Answered by @anna');
    const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).toContain('@anna sent it against a warning: brush-off (form “Reply”)');
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('what is typed on follows: the warning goes when the text is mended, and nothing is left of it', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.fill('text', BRUSH_OFF);
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    await form.type('text', ' Ihren Fall habe ich schon angelegt.');
    await stage.workspace.waitFor(() => !stage.modalText(form).includes(LOOK_AGAIN), 'a form without a warning');
    expect(stage.modalText(form)).not.toContain('Send anyway');
    await form.close();

    const again = await stage.openForm('anna', card);
    expect(stage.modalText(again)).toContain('Ihren Fall habe ich schon angelegt.');
    expect(stage.modalText(again)).not.toContain(LOOK_AGAIN);
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).not.toContain('against a warning');
    stage.expectNothingRefused();
  });

  it('a phone number is taken to a direct message by one press', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Hi Jon, may we ring you on 0171 2345678 today?');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('Everybody would read a phone number here: “0171 2345678”');
    await form.press({ action_id: 'ask_privately' });
    await stage.workspace.waitFor(() => stage.textBlock(form) !== 'text', 'another text');
    expect(stage.modalText(form)).not.toContain(LOOK_AGAIN);
    expect(stage.modalText(form)).toContain('Something was taken out where “…” stands');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const { written } = await stage.untilPublic(post);
    expect(written).not.toContain('2345678');
    expect(written).toContain('Hi Jon, may we ring you on … today? Please send us a direct message');
    expect(written).toMatch(/https:\/\/twitter\.com\/messages\/compose\?recipient_id=\d+$/);
    stage.expectNothingRefused();
  });

  it('an apology is looked at as well, each of its fields kept', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card, 'apologise');
    await form.fill('wrong', 'We are sorry, Jon, order 8812345 was late');
    await form.fill('doing', 'A new one leaves today');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('a customer’s or order number here: “8812345”');
    await form.press({ action_id: 'ask_privately' });
    await stage.workspace.waitFor(() => stage.textBlock(form, 'wrong') !== 'wrong', 'another text');
    expect(stage.modalText(form)).toContain('{We are sorry, Jon, order … was late}');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect((await stage.untilPublic(post)).written).not.toContain('8812345');
    stage.expectNothingRefused();
  });

  it('a text that goes out on X itself is looked at before it is prepared', async () => {
    const stage = await openStage({ x: { search: 'Nordfunk' } });
    stage.world.addPerson({ username: 'gus_gray', name: 'Gus', followers: 3 });
    const post = stage.world.post({ author: 'gus_gray', text: 'Nordfunk is down again, unacceptable' });
    const card = await stage.untilSeen(() => stage.cardOf(post), 'its card', { stepMs: 20_000, mostMs: 900_000 });
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Please use our contact form.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain(LOOK_AGAIN);
    await form.submit();
    const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).toContain('sent it against a warning: brush-off');
    stage.expectNothingRefused();
  });
});

describe('a time in a reply', () => {
  it('is offered while it is typed, becomes a promise by one press, and is kept in mind', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Hi Jon, I will call you by 5 pm.');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('You name a time:'), 'the offer');
    expect(stage.modalText(form)).not.toContain(LOOK_AGAIN);
    await form.press({ action_id: 'promise_time' });
    await stage.workspace.waitFor(() => stage.modalText(form).includes('Your promise, once it is public'), 'a promise');
    expect(stage.modalText(form)).toContain('{Hi Jon, I will call you by 5 pm.}');
    expect(stage.modalText(form)).not.toContain('You name a time:');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    expect(await stage.untilReads(card, 'promised by')).toContain('24 Nov 2026 17:00');
    stage.expectNothingRefused();
  });

  it('left as it is goes out as any other text, once it was offered, and goes against nothing', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Hallo Lena, wir rufen Sie bis 11 Uhr an.');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('You name a time:'), 'the offer');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).not.toContain('against a warning');
    stage.expectNothingRefused();
  });

  it('that is missing is asked for', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Hallo Lena, wir rufen Sie an.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('A promise without a time');
    await form.type('text', ' Bis 17 Uhr melden wir uns.');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('You name a time:'), 'the offer');
    expect(stage.modalText(form)).not.toContain('A promise without a time');
    stage.expectNothingRefused();
  });
});

describe('words that were said before', () => {
  it('are told of, and another template stands in their place by one press', async () => {
    const stage = await openStage();
    const jon = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', jon.card, 'Hi Jon, your parcel is on its way and arrives this week.');
    await stage.untilPublic(jon.post);
    const gus = await stage.complain('gus_gray', 'where is my router? Not acceptable.');
    const form = await stage.openForm('ben', gus.card);
    await form.fill('text', 'Hi Gus, your parcel is on its way and arrives this week.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('Somebody else got the same words from us');
    await form.press({ action_id: 'take_variant' });
    await stage.workspace.waitFor(() => stage.textBlock(form) !== 'text', 'another text');
    expect(stage.modalText(form)).toContain('Hi gus_gray, thank you for telling us.');
    expect(stage.modalText(form)).not.toContain('Somebody else got the same words');
    stage.expectNothingRefused();
  });
});

describe('words that were said before, where no template is left', () => {
  it('get room for what is new by one press, and do not go out before it is filled', async () => {
    const stage = await openStage({ desk: { templates: [] } });
    const jon = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', jon.card, 'Hi Jon, your parcel is on its way and arrives this week.');
    await stage.untilPublic(jon.post);
    const gus = await stage.complain('gus_gray', 'where is my router? Not acceptable.');
    const form = await stage.openForm('ben', gus.card);
    await form.fill('text', 'Hi Gus, your parcel is on its way and arrives this week.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    await form.press({ action_id: 'take_blank' });
    await stage.workspace.waitFor(() => stage.textBlock(form) !== 'text', 'room');
    expect(stage.modalText(form)).toContain('arrives this week. [what is new for this customer: …]}');
    const block = stage.textBlock(form);
    expect(await form.submit()).toMatchObject({
      outcome: 'errors',
      errors: {
        [block]: '[what is new for this customer: …] is still to be filled in. Write it, or take it out.',
      },
    });
    await form.fill(block, 'Hi Gus, your parcel is in Kiel since noon and comes on Friday with our own driver.');
    const sent = await form.submit();
    if (sent.outcome === 'updated') expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect((await stage.untilPublic(gus.post)).written).toContain('in Kiel since noon');
    stage.expectNothingRefused();
  });
});

describe('while a reply is written', () => {
  it('what the customer writes meanwhile is shown before it goes; sent anyway it answers the newest', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Hi Jon, it left our stock today.');
    const later = stage.write('jon_reyes', 'forget it, I bought one elsewhere', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilReads(card, 'bought one elsewhere');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('The customer has written again meanwhile:');
    expect(stage.modalText(form)).toContain('forget it, I bought one elsewhere');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const answer = await stage.untilPublic(later);
    expect(answer.written).toContain('it left our stock today');
    const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).toContain('sent it against a warning: customer wrote meanwhile');
    stage.expectNothingRefused();
  });

  it('a reply in the other language, and an apology without a next step, are told of', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card);
    await form.fill('text', 'Hallo Jon, das tut uns leid. Wir bitten Sie um Ihr Verständnis und Ihre Geduld.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('The customer writes English, your text does not.');
    expect(stage.modalText(form)).toContain('An apology without a next step');
    stage.expectNothingRefused();
  });
});
