import { createContext, type ReactNode, useContext } from 'react';
import type { Act, Done, PersonItem } from '../page-server/wire.ts';
import type { Shown } from './shown.ts';

/** The post to answer, and the text that stands in the field at first. */
export interface Intent {
  readonly post: string;
  readonly text: string;
}

/** What every part of the page knows and can do. */
export interface Stage {
  readonly shown: Shown;
  /** Who the visitor is in Slack right now. */
  readonly me: PersonItem;
  readonly be: (person: string) => void;
  /** Does it, and says so when it did not work. */
  readonly act: (act: Act) => Promise<Done>;
  readonly say: (notice: string) => void;
  readonly openThread: (channel: string, ts: string) => void;
  /** @param as who reads it; the one that the visitor is now unless given */
  readonly goToMessage: (channel: string, ts: string, as?: string) => void;
  readonly goToPost: (id: string) => void;
  /** X's own page for a reply, as a link of the desk opened it; null when none is open. */
  readonly intent: Intent | null;
  readonly openIntent: (intent: Intent | null) => void;
}

const StageContext = createContext<Stage | null>(null);

export function StageProvider({ stage, children }: { readonly stage: Stage; readonly children: ReactNode }) {
  return <StageContext value={stage}>{children}</StageContext>;
}

export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (stage === null) throw new Error('a part of the page stands outside of it');
  return stage;
}
