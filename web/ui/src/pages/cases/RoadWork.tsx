import { api } from '../../api/api';
import type { CaseDetail } from '../../api/caseTypes';
import { useRequest } from '../../common/hooks';
import { clockMinutes, day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { useCity } from '../../map/CityMap';
import { lastWork, segmentAt } from './lastWork';

const DAY = 86_400_000;
/** What cleaning has to do with. */
const OF_ROADS: readonly CaseDetail['type'][] = ['SPILL', 'LITTER', 'CLEANING'];

/** 该路段最近作业: when the road of a case was cleaned before something was found on it, and after. */
export function RoadWork({ detail }: { detail: CaseDetail }) {
  const t = useText();
  const { data: city } = useCity();
  const { type, lon, lat, foundAt } = detail;
  const found = Date.parse(foundAt);
  const segment = city && lon !== null && lat !== null && OF_ROADS.includes(type) ? segmentAt(city.segments, { lon, lat }) : null;
  const { data: days } = useRequest(
    () => (segment ? Promise.all([api.sweeping(day(found - DAY)), api.sweeping(day(found))]) : null),
    [segment?.id, found],
  );
  const work = segment && days ? lastWork(days.flatMap(({ roads }) => roads), segment.id, found) : null;
  if (!segment || !work) return null;
  const { before, after } = work;
  return (
    <p className="dim" data-road-work={segment.id}>
      {segment.road} {before ? t.cases.road.before(at(before.last, found), t.op[before.op], before.plates.join('、')) : t.cases.road.none}
      {after && ` ${t.cases.road.after(at(after.first, found), t.op[after.op])}`}
    </p>
  );
}

/** With the day where that is another one than of what was found. */
function at(time: string | null, found: number): string {
  const moment = Date.parse(time as string);
  return day(moment) === day(found) ? clockMinutes(moment) : `${day(moment).slice(5)} ${clockMinutes(moment)}`;
}
