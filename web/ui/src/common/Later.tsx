import type { ComponentType } from 'react';
import { useRequest } from './hooks';
import { Loaded } from './States';

/** The code of a page or of a part of one, on its way. */
export type Code<P> = () => Promise<{ default: ComponentType<P> }>;

/**
 * What is shown when its code is there. Not by Suspense: React draws what was suspended in its spare time and begins anew with
 * every report that comes meanwhile, so that with ten thousand vehicles the map never appears on a busy machine.
 */
export function Later<P extends object>({ load, props }: { load: Code<P>; props: P }) {
  const request = useRequest(load, []);
  return <Loaded request={request}>{({ default: Shown }) => <Shown {...props} />}</Loaded>;
}

/** A part of a page whose code comes when the part is first shown. */
export function later<P extends object>(load: Code<P>) {
  return (props: P) => <Later load={load} props={props} />;
}
