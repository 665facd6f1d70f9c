import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../practice/slack/index.ts';
import { reportOf } from '../../src/desk/report.ts';
import { createFiles } from '../../src/slack/files.ts';
import { ANNA, aChannel, aDesk, aMention, aPost, BEN, CARD, instant } from '../desk/examples.ts';
import { faultOf, openCourier, openSlack, textWith } from './slack-bench.ts';

const PERIOD = { from: '2026-11-18', to: '2026-11-24' };
const REPORT = { type: 'post-report', id: 'k1', to: ANNA, by: null, period: PERIOD } as const;
const mention = aMention({}, undefined, { post: aPost({ at: instant('2026-11-23T10:00') }) });
const report = reportOf([mention], PERIOD, aDesk());

describe('a report', () => {
  test('for one person stands in their direct messages, with charts and tables', async () => {
    const { carryOut, workspace, slack } = await openCourier();
    await carryOut(aChannel(), REPORT, { report });
    expect(workspace.messages(CARD.channel)).toEqual([]);
    const [message, ...more] = workspace.dms(ANNA);
    expect(more).toEqual([]);
    expect(message?.blocks?.filter(({ type }) => type === 'data_visualization')).toHaveLength(2);
    expect(message && renderMessage(message, slack.reader())).toMatch(/Mon 23 Nov +1 +0 +0 +0 +1\n/);
  });

  test('for the channel stands there, with who shows it', async () => {
    const { carryOut, workspace, slack } = await openCourier();
    await carryOut(aChannel(), { ...REPORT, to: null, by: BEN }, { report });
    const [message] = workspace.messages(CARD.channel);
    expect(message && renderMessage(message, slack.reader())).toContain('shown by @ben');
    expect(workspace.dms(ANNA)).toEqual([]);
  });

  test('keeps its tables where Slack does not know charts yet', async () => {
    const { carryOut, workspace, slack } = await openCourier({ unknownBlocks: ['data_visualization'] });
    await carryOut(aChannel(), REPORT, { report });
    const [message, ...more] = workspace.dms(ANNA);
    expect(more).toEqual([]);
    expect(workspace.rejections).toMatchObject([{ error: 'invalid_blocks' }]);
    const shown = message ? renderMessage(message, slack.reader()) : '';
    expect(shown).toMatch(/Mon 23 Nov +1 +0 +0 +0 +1\n/);
    expect(shown).not.toContain('chart');
    expect(shown).toContain('[Show in channel]');
  });

  test('is not posted twice after an attempt that nobody saw end', async () => {
    const { carryOut, slack, workspace } = await openCourier();
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-after', times: 1 });
    expect(await faultOf(carryOut(aChannel(), REPORT, { report }))).toMatchObject({ act: 'unclear' });
    await carryOut(aChannel(), REPORT, { report, lookFirst: true });
    expect(workspace.dms(ANNA)).toHaveLength(1);
  });
});

describe('a file', () => {
  const bytes = new TextEncoder().encode('Nummer;Text\r\n');
  const file = { name: 'a.csv', title: 'Vorgänge', comment: '2 Vorgänge.', bytes };

  test('is in the person’s direct messages, byte by byte, with its comment', async () => {
    const { clients, workspace } = await openSlack();
    await createFiles(clients.presses).send(ANNA, file);
    const [message] = workspace.dms(ANNA);
    expect(message).toMatchObject({ text: '2 Vorgänge.', files: [{ name: 'a.csv', title: 'Vorgänge' }] });
    expect(message?.files[0]?.bytes?.equals(bytes)).toBe(true);
  });

  test('that Slack does not allow is a fault that names the missing scope', async () => {
    const { clients } = await openSlack({ scopes: ['chat:write', 'im:write'] });
    const fault = await faultOf(createFiles(clients.presses).send(ANNA, file));
    expect(fault).toMatchObject({ act: 'give-up', why: textWith('files:write') });
  });

  test('whose upload fails is a fault without the secret address, and nothing is shared', async () => {
    const { clients, slack, workspace } = await openSlack();
    slack.faults.add({ when: 'files.upload', kind: '500', times: 1 });
    const fault = await faultOf(createFiles(clients.presses).send(ANNA, file));
    expect(fault.act).toBe('retry');
    expect(fault.why).not.toContain('http');
    expect(workspace.dms(ANNA)).toEqual([]);
  });
});
