import type { ChannelNote, FileLost } from '../src/desk/channel-note.ts';
import type { ViewContext } from './context.ts';
import { snippet, when } from './text.ts';

/** A damaged file was set aside: what may be missing, and what comes back by itself. */
export function fileLostText(
  { file, aside, mentions, settings }: FileLost,
  { words: { backup } }: ViewContext,
): string {
  const sentences = [
    backup.fileLost(snippet(file, 60), snippet(aside, 120)),
    missingText(mentions, backup),
    backup.comesBack,
    ...(settings ? [backup.settingsLost] : []),
    backup.bringBack,
  ];
  return sentences.join(' ');
}

/** The store is a backup's: what is unknown since, and what happens to texts that were on their way. */
export function restoredText(
  { backup: of, at, unsent }: Extract<ChannelNote, { type: 'restored' }>,
  { words: { backup } }: ViewContext,
): string {
  const texts = unsent === 0 ? [] : [unsent === 1 ? backup.oneUnsent : backup.unsent(unsent)];
  return [backup.restored(when(of), when(at)), ...texts].join(' ');
}

function missingText(numbers: FileLost['mentions'], { missing }: ViewContext['words']['backup']): string {
  if (numbers === null) return missing.none;
  const { from, to } = numbers;
  if (to === null) return missing.later(from);
  return from === to ? missing.one(from) : missing.range(from, to);
}
