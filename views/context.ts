import type { Desk } from '../src/desk/desk.ts';
import type { Words } from './words/index.ts';

/** What every view needs beside the state that it shows. */
export interface ViewContext {
  readonly words: Words;
  readonly desk: Desk;
  readonly now: Date;
  /** Ends with a slash: `https://acme.slack.com/`. */
  readonly workspaceUrl: string;
}
