import { useMemo } from 'react';
import { api } from '../../api/api';
import type { PlanConflict, PlanItem, PlanLayer } from '../../api/planTypes';
import { useRequest, type Request } from '../../common/hooks';
import { forgetCity } from '../../map/CityMap';

export interface Plan {
  items: Record<PlanLayer, PlanItem[]>;
  conflicts: PlanConflict[];
  nameOf: (placeId: string) => string;
}

async function read(): Promise<Plan> {
  const [permits, routes, places, { conflicts }] = await Promise.all([api.plan('permits'), api.plan('routes'), api.plan('places'), api.planConflicts()]);
  const names = new Map(places.items.map(({ id, columns }) => [id, columns.name || id]));
  return {
    items: { permits: permits.items, routes: routes.items, places: places.items },
    conflicts,
    nameOf: (id) => names.get(id) ?? id,
  };
}

/** The whole plan that somebody sees; read again after each edit, for every map as well. */
export function usePlan(): Request<Plan> {
  const request = useRequest(read, []);
  const { reload } = request;
  return useMemo(
    () => ({
      ...request,
      reload: () => {
        forgetCity();
        reload();
      },
    }),
    [request.data, request.error, request.loading, reload],
  );
}
