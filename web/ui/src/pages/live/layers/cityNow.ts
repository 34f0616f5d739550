import type { Feature, FeatureCollection, LineString, Point, Polygon, Position } from 'geojson';
import type { Camera, Closure, Live, PlaceCount, Places, Segments } from '../../../api/types';

/** Places that loads leave; to all the others that are counted they come. */
const SITE = 'SITE';
const COUNTED: readonly string[] = [SITE, 'DISPOSAL', 'BACKFILL', 'PLANT', 'TRANSFER'];

/** Whether a point is within a ring, by how often a ray to the east crosses it. */
export function isWithin(lon: number, lat: number, ring: readonly Position[]): boolean {
  let within = false;
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i, i += 1) {
    const [x, y] = ring[i];
    const [px, py] = ring[before];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) within = !within;
  }
  return within;
}

/** How many vehicles that are on the air stand within each of the places, by the place's id. */
export function insideNow({ features }: Places, vehicles: Iterable<Live>): Map<string, number> {
  const boxes = features.filter(({ properties }) => COUNTED.includes(properties.kind)).map(boxOf);
  const counts = new Map<string, number>();
  for (const { lon, lat, state } of vehicles) {
    if (state === 'OFFLINE') continue;
    for (const { id, ring, west, south, east, north } of boxes) {
      if (lon < west || lon > east || lat < south || lat > north || !isWithin(lon, lat, ring)) continue;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

function boxOf({ geometry, properties }: Feature<Polygon, { id: string }>) {
  const [ring] = geometry.coordinates;
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return { id: properties.id, ring, west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) };
}

export interface CountWords {
  out: (n: number) => string;
  in: (n: number) => string;
  inside: (n: number) => string;
}

/** What is written at sites and grounds: today's loads, and how many vehicles are there. */
export function countSpots(places: Places, counts: readonly PlaceCount[], inside: ReadonlyMap<string, number>, words: CountWords): FeatureCollection<Polygon> {
  const loads = new Map(counts.map((count) => [count.placeId, count]));
  const features = places.features.flatMap(({ geometry, properties: { id, kind } }): Feature<Polygon>[] => {
    const load = loads.get(id);
    if (!COUNTED.includes(kind) || (!load && !inside.has(id))) return [];
    const moved = kind === SITE ? words.out(load?.out ?? 0) : words.in(load?.in ?? 0);
    return [{ type: 'Feature', geometry, properties: { id, text: `${moved} · ${words.inside(inside.get(id) ?? 0)}` } }];
  });
  return { type: 'FeatureCollection', features };
}

/** Where a gate camera stands nobody has filed: it is drawn on the rim of the place whose gate it watches. */
export function cameraSpots(places: Places, cameras: readonly Camera[]): FeatureCollection<Point> {
  const rims = new Map(places.features.map(({ geometry, properties }) => [properties.id, geometry.coordinates[0]]));
  const features = cameras.flatMap(({ id, placeId, works }): Feature<Point>[] => {
    const rim = rims.get(placeId);
    if (!rim) return [];
    const nth = cameras.filter((other) => other.placeId === placeId).findIndex((other) => other.id === id);
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: rim[nth % (rim.length - 1)] }, properties: { id, works } }];
  });
  return { type: 'FeatureCollection', features };
}

/**
 * The roads that are closed.
 *
 * @param word what is written along one, by the name of the underpass that is flooded
 */
export function closureLines(segments: Segments, closures: readonly Closure[], word: (underpass: string) => string): FeatureCollection<LineString> {
  const closed = new Map<string, string>();
  for (const { segmentIds, underpass } of closures) {
    for (const id of segmentIds) if (!closed.get(id)) closed.set(id, underpass);
  }
  const features = segments.features.flatMap(({ geometry, properties }): Feature<LineString>[] => {
    const underpass = closed.get(properties.id);
    return underpass === undefined ? [] : [{ type: 'Feature', geometry, properties: { id: properties.id, text: word(underpass) } }];
  });
  return { type: 'FeatureCollection', features };
}
