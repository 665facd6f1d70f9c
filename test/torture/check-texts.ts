import type { Evidence, Finding } from './check.ts';
import type { Sent } from './ledger.ts';
import { type Publication, publicationWith } from './on-disk.ts';

/** Every text that was sent is public once, or was taken back or given back and is not. */
export function checkTexts(evidence: Evidence): readonly Finding[] {
  const overlooked = [...evidence.ledger.overlooked].map(
    (mark) =>
      ({ kind: 'lost', what: `the app asked whether ${mark} was sent: X had it, and it was not found` }) as const,
  );
  return [...evidence.ledger.texts.flatMap((sent) => checkText(sent, evidence)), ...overlooked];
}

/** Texts that came back to their senders with words, beside those that went out. */
export function isGivenBack(sent: Sent, { disk }: Pick<Evidence, 'disk'>): boolean {
  return publicationWith(sent.mark, disk)?.publication.status === 'failed';
}

function checkText(sent: Sent, { stage, disk, messages }: Evidence): readonly Finding[] {
  const { mark } = sent;
  const { world } = stage.x;
  const name = `the ${sent.what} ${mark}`;
  const published = world.ours().filter(({ written }) => written.includes(mark)).length;
  // X itself refuses the same words twice: who relies on that has still sent them twice.
  const again = world.requests.filter(
    ({ call, body, status }) => call === 'POST /2/tweets' && status === 403 && JSON.stringify(body).includes(mark),
  ).length;
  const found = publicationWith(mark, disk);
  const told = `(its sender ${saw(sent)}; the store says ${found?.publication.status ?? 'nothing'})`;
  const lost = (what: string): Finding[] => [{ kind: 'lost', what: `${name} ${what} ${told}` }];
  const doubled = (what: string): Finding[] => [{ kind: 'doubled', what: `${name} ${what} ${told}` }];

  const copies = [...disk.mentions, ...disk.incidents].flatMap(({ publications }) =>
    publications.filter(({ text }) => text.includes(mark)),
  );
  if (published > 1) return doubled(`is public ${published} times`);
  if (published + again > 1) return doubled(`went to X ${published + again} times`);
  if (copies.length > 1) return doubled(`is in the store ${copies.length} times`);
  if (found === undefined) {
    if (published > 0) return lost('is public, and the store does not know it');
    return sent.state === 'sent' ? lost('was acknowledged and is nowhere') : [];
  }
  if (sent.undoneAs === 'waiting') return lost('was undone: acknowledged, and not saved');
  if (sent.undoneAs === 'undone' && found.publication.status !== 'undone') return lost('was undone, and came back');
  return checkStatus(found.publication, published, {
    lost,
    doubled,
    isTold: () => messages.some((one) => one.name?.endsWith(` send-notice:not-sent:${found.publication.id}`) ?? false),
  });
}

function checkStatus(
  { status, fault }: Publication,
  published: number,
  say: { lost: (what: string) => Finding[]; doubled: (what: string) => Finding[]; isTold: () => boolean },
): readonly Finding[] {
  switch (status) {
    case 'published':
      return published === 1 ? [] : say.lost('is not public');
    case 'undone':
      return published === 0 ? [] : say.doubled('is public although it was undone');
    case 'failed':
      if (published > 0) return say.doubled('is public although it was given back');
      return say.isTold()
        ? []
        : say.lost(`was given back (${fault?.code ?? 'no reason'}) without a word to its sender`);
    default:
      return say.lost('has come to no end');
  }
}

function saw({ state, undoneAs }: Sent): string {
  const undo = undoneAs === null ? '' : `, pressed Undo, then it was ${undoneAs}`;
  switch (state) {
    case 'sent':
      return `saw the form close${undo}`;
    case 'unsure':
      return `saw an error${undo}`;
    case 'not-sent':
      return 'did not send it';
  }
}
