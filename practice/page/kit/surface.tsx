import { createContext, type ReactNode, useContext } from 'react';
import type { Aimed } from '../../page-server/wire.ts';

export type Choice = string | readonly string[];

/** Where blocks stand: in a message, the home tab or a modal. A press and a choice go there. */
export interface Surface {
  readonly press: (aim: Aimed) => Promise<void>;
  /** Only a form has inputs. */
  readonly fill: (block: string, value: Choice) => void;
  /** What was chosen or typed so far, as the server keeps it; undefined where it never said. */
  readonly chosen: (block: string, action: string) => Choice | undefined;
  /** What is wrong with an input. */
  readonly error: (block: string) => string | undefined;
}

const SurfaceContext = createContext<Surface | null>(null);

export function SurfaceProvider({ surface, children }: { readonly surface: Surface; readonly children: ReactNode }) {
  return <SurfaceContext value={surface}>{children}</SurfaceContext>;
}

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('blocks stand on no surface');
  return surface;
}

/** A message or home tab, which has no inputs. */
export function withoutInputs(press: Surface['press']): Surface {
  return { press, fill: () => {}, chosen: () => undefined, error: () => undefined };
}
