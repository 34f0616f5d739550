import type { CaseDetail } from '../../api/caseTypes';
import { Plate, VehicleLink } from '../../common/Marks';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { RoadWork } from './RoadWork';
import { closingOf } from './moves';

const DIGITS = 5;

export function CaseFacts({ detail }: { detail: CaseDetail }) {
  const t = useText();
  const names = t.cases.facts;
  const rows: [string, React.ReactNode][] = [
    [names.vehicle, detail.seesEvidence ? <VehicleLink plate={detail.plate} /> : <Plate plate={detail.plate} />],
    [names.company, detail.company || '—'],
    [names.side, detail.side || t.cases.noSide],
    [names.found, dateTime(detail.foundAt)],
    [names.accepted, dateTime(detail.acceptedAt)],
    [names.since, dateTime(detail.since)],
    [names.limit, detail.dueAt === null ? t.cases.noLimit : dateTime(detail.dueAt)],
    [names.place, detail.lon === null || detail.lat === null ? '—' : `${detail.lon.toFixed(DIGITS)}, ${detail.lat.toFixed(DIGITS)}`],
  ];
  return (
    <>
      <dl className="case-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <RoadWork detail={detail} />
      {detail.dueAt !== null && <p className="dim">{t.cases.closing[closingOf(detail.type, detail)]}</p>}
    </>
  );
}
