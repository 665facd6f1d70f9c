import { describe, expect, it } from 'vitest';
import { type Name, type OpenedStage, openStage } from './support.ts';

/** A file in somebody's direct messages, as text. */
async function fileFor(stage: OpenedStage, name: Name): Promise<string> {
  const files = () => stage.workspace.dms(stage.people[name]).flatMap((message) => message.files);
  const file = await stage.untilSeen(() => files().at(-1), `a file for ${name}`);
  return file.bytes?.toString('utf8') ?? '';
}

/** No cell of this story has a line break or a quotation mark; an empty one stands without quotation marks. */
const cellsOf = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)")?/g)].map(([, cell = '']) => cell));

describe('what was done in public', () => {
  it('stands in the history with who, what, when and from which press, also after a restart', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', card, 'Hi Jon, it is on its way.');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    await stage.stopApp();
    await stage.startApp();
    const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).toContain('@anna pressed Send: Hi Jon, it is on its way. (form “Reply”)');
    stage.expectNothingRefused();
  });

  it('is a line of a file that leads get: who, what, why and from, with names', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.person('ben').press(stage.support, card.ts, 'claim');
    await stage.sendReply('anna', card, 'Hi Jon, it is on its way.');
    const { id } = await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    await stage.person('anna').command('/mentions', 'export history', stage.support);
    await stage.workspace.waitFor(() => stage.ephemerals('anna').length > 0, 'a no');
    expect(stage.ephemerals('anna')[0]).toContain('Only leads may do this.');

    await stage.person('carla').command('/mentions', 'export history', stage.support);
    const [heading = [], ...lines] = cellsOf(await fileFor(stage, 'carla'));
    const at = (name: string) => heading.indexOf(name);
    const said = lines.map((line) => ['public', 'who', 'did what', 'from'].map((name) => line[at(name)]));
    expect(said).toEqual([
      ['', 'Customer', 'wrote', 'read from X'],
      ['', 'ben', 'claimed it', 'button “Claim”'],
      ['yes', 'anna', 'pressed Send', 'form “Reply”'],
      ['yes', 'anna', 'published', 'Earshot, carrying out what was pressed'],
    ]);
    const pressed = lines[2] ?? [];
    expect(pressed[at('text')]).toBe('Hi Jon, it is on its way.');
    expect(pressed[at('why')]).toBe(`Reply; Complaint; https://x.com/jon_reyes/status/${post.id}`);
    expect(pressed[at('about')]).toBe('#1');
    expect(lines[3]?.[at('text')]).toContain(id);
    stage.expectNothingRefused();
  });
});
