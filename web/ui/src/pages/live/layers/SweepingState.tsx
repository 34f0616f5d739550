import { useMemo } from 'react';
import { api } from '../../../api/api';
import type { RoadRow } from '../../../api/types';
import { useEvery, useKept, useRequest, useStore } from '../../../common/hooks';
import { Bars } from '../../../common/Marks';
import { day } from '../../../domain/time';
import { filterRoads } from '../../sweeping/board';
import { useReload } from '../../sweeping/useReload';
import { useSweepingLines } from '../../sweeping/useSweepingLines';

const MINUTE = 60_000;
const NONE: readonly RoadRow[] = [];
const ALL = { op: null, window: null, show: 'ALL' } as const;

/** Today's cleaning on the live map, with its part of the legend; coloured as whoever looks has it on the board of roads. */
export function SweepingState() {
  const store = useStore();
  useEvery(MINUTE);
  const now = Math.floor(store.now() / MINUTE) * MINUTE;
  const today = day(now);
  const [isByAge] = useKept('sweeping-by-age', false);
  const { data, reload } = useRequest(() => api.sweeping(today), [today]);
  useReload(today, reload);
  const roads = useMemo(() => (data ? filterRoads(data.roads, ALL, now) : NONE), [data, now]);
  return <Bars marks={useSweepingLines(roads, now, null, isByAge)} />;
}
