import { useMemo } from 'react';
import { api } from '../../api/api';
import type { PlanConflict, PlanItem, PlanLayer } from '../../api/planTypes';
import type { Side } from '../../api/types';
import { useRequest, type Request } from '../../common/hooks';
import { forgetCity, useCity } from '../../map/CityMap';
import { useKerbs } from '../../map/useKerbs';
import { LAYERS, isTask } from './items';

interface Read {
  items: Record<PlanLayer, PlanItem[]>;
  conflicts: PlanConflict[];
  nameOf: (placeId: string) => string;
}

export interface Plan extends Read {
  /** What is to be cleaned and collected is on its way. */
  waiting: boolean;
  /** Name of the road that a segment is of; empty where it has none. */
  roadOf: (segmentId: string) => string;
  /** A side of a segment by the compass, where it has one. */
  sideOf: (segmentId: string, side: Side) => string;
}

type Items = Partial<Record<PlanLayer, PlanItem[]>>;

async function itemsOf(layers: readonly PlanLayer[]): Promise<Items> {
  const all = await Promise.all(layers.map((layer) => api.plan(layer)));
  return Object.fromEntries(layers.map((layer, i) => [layer, all[i].items]));
}

async function read(): Promise<Read> {
  const [items, { conflicts }] = await Promise.all([itemsOf(LAYERS.filter((layer) => !isTask(layer))), api.planConflicts()]);
  const names = new Map(items.places?.map(({ id, columns }) => [id, columns.name || id]));
  return { items: { ...NOTHING, ...items }, conflicts, nameOf: (id) => names.get(id) ?? id };
}

const NOTHING: Record<PlanLayer, PlanItem[]> = { permits: [], routes: [], places: [], requirements: [], collection_points: [] };

/**
 * The whole plan that somebody sees; read again after each edit, for every map as well.
 *
 * @param layer of which more may be on file than of the others together, where it is a task: read when it is looked at
 */
export function usePlan(layer: PlanLayer): Request<Plan> {
  const request = useRequest(read, []);
  const task = isTask(layer) ? layer : null;
  const tasks = useRequest(() => (task ? itemsOf([task]) : null), [task]);
  const { data: city } = useCity();
  const kerbs = useKerbs();
  const data = useMemo(() => {
    if (!request.data) return null;
    const roads = new Map(city?.segments.features.map(({ properties }) => [properties.id, properties.road]));
    return {
      ...request.data,
      items: { ...request.data.items, ...tasks.data },
      waiting: task !== null && !tasks.data?.[task],
      roadOf: (id: string) => roads.get(id) ?? '',
      sideOf: (id: string, side: Side) => kerbs(id ? [id] : [], side),
    };
    // the kerbs are read anew with the city
  }, [request.data, tasks.data, task, city]);
  return useMemo(
    () => ({
      data,
      error: request.error ?? tasks.error,
      loading: request.loading,
      reload: () => {
        forgetCity();
        request.reload();
        tasks.reload();
      },
    }),
    [data, request.error, tasks.error, request.loading, request.reload, tasks.reload],
  );
}
