import { useMemo } from 'react';
import { Blocks } from '../kit/blocks.tsx';
import { SurfaceProvider, withoutInputs } from '../kit/surface.tsx';
import { useStage } from '../stage.tsx';

/** The app's home tab; the app publishes it when it is opened. */
export function Home() {
  const { shown, me, act } = useStage();
  const home = shown.homes.find(({ user }) => user === me.id);
  const surface = useMemo(
    () =>
      withoutInputs(async (aim) => {
        await act({ do: 'press-home', as: me.id, ...aim });
      }),
    [act, me.id],
  );
  if (home === undefined) return <p className="nothing">Earshot is asked for its home tab …</p>;
  return (
    <div className="home">
      <SurfaceProvider surface={surface}>
        <Blocks blocks={home.blocks} />
      </SurfaceProvider>
    </div>
  );
}
