import { CallFault, type Fault } from '../desk/fault.ts';
import type { Publication } from '../desk/publication.ts';
import type { MediaId, Network } from '../networks/index.ts';
import type { SlackFiles } from '../slack/index.ts';

/** What came of it: the network's name for the picture, none for a text without one, or why it has none. */
export type HandedOver = { readonly media?: MediaId } | { readonly fault: Fault };

/**
 * Gives the network the picture of a text, before the text: nothing is public by it, so it is never unclear how it ended,
 * and it is done anew at each attempt.
 */
export async function handOver(
  { picture }: Publication,
  { network, files }: { readonly network: Network; readonly files: SlackFiles },
): Promise<HandedOver> {
  if (picture === null) return {};
  try {
    return { media: await network.upload(await files.picture(picture.file), picture.alt) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof CallFault)) {
    const why = `a fault of our own: ${error instanceof Error ? error.name : typeof error}`;
    return { act: 'give-up', code: 'picture-unusable', why };
  }
  const { fault } = error;
  if (fault.act === 'unclear') return { ...fault, act: 'retry', afterMs: 0, limited: false };
  // What is wrong with our account is no fault of the picture.
  return fault.act === 'give-up' && fault.code === 'refused' ? { ...fault, code: 'picture-unusable' } : fault;
}
