import { card } from './de/card.ts';
import { channel } from './de/channel.ts';
import { commands } from './de/commands.ts';
import { forms } from './de/forms.ts';
import { notes } from './de/notes.ts';
import { reading } from './de/reading.ts';
import { refusal } from './de/refusal.ts';
import { time } from './de/time.ts';
import type { Words } from './en.ts';

/** All words that staff see, in German, without addressing anyone as „du“ or „Sie“. */
export const de: Words = { card, channel, commands, forms, notes, reading, refusal, time };
