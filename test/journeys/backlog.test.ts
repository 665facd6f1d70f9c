import { describe, expect, it } from 'vitest';
import { type OpenedStage, openStage, SECOND_MS } from './support.ts';

const line = (stage: OpenedStage) => {
  const [message, ...others] = stage.messagesFor('draw-backlog');
  expect(others).toEqual([]);
  return message === undefined ? '' : stage.rendered(message);
};
const handles = (stage: OpenedStage) => stage.cards().map((card) => /@(\w+) ·/.exec(stage.rendered(card))?.[1]);

describe('more mentions than Slack takes cards', () => {
  it('are counted by kind in one line, get their cards worst first, and the line ends with all caught up', async () => {
    const stage = await openStage();
    for (const name of ['pia', 'paul', 'petra', 'per']) stage.write(name, 'Danke, super Service!');
    for (const name of ['quinn', 'quentin', 'quirin']) stage.write(name, 'Wann kommt das Glasfaser?');
    for (const name of ['cleo', 'claas', 'carl', 'cem', 'cora']) stage.write(name, 'Kein Netz, Frechheit!');
    await stage.readNow();
    await stage.workspace.waitFor(() => stage.cards().length >= 3, 'the first cards');
    expect(line(stage)).toBe('');
    await stage.pass(31 * SECOND_MS, 8 * SECOND_MS);
    const counted = await stage.workspace.waitFor(() => line(stage) !== '' && line(stage), 'the line');
    expect(counted).toMatch(/^📥 \*\d mentions wait for their card: (\d complaints?, )?3 questions, 4 praises\*\n/);
    expect(counted).toContain('`/mentions open` lists them now');
    const list = await stage.commandForm('anna', '/mentions', 'open');
    expect(stage.modalText(list).match(/\[Show\]/g)).toHaveLength(12);
    await list.close();

    await stage.untilSeen(() => stage.cards().length === 12, 'a card for everybody', { mostMs: 10 * 60 * SECOND_MS });
    expect(handles(stage)).toEqual(
      ['cleo claas carl cem cora', 'quinn quentin quirin', 'pia paul petra per'].join(' ').split(' '),
    );
    await stage.untilSeen(() => line(stage).includes('All caught up'), 'the end of the line');
    stage.expectNothingRefused();
  });
});
