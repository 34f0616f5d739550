import { useMemo } from 'react';
import { api } from '../../api/api';
import type { AlertRow } from '../../api/types';
import { useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { GradeMark, ReviewMark, VehicleLink } from '../../common/Marks';
import type { DayPeriod } from '../../common/PeriodPicker';
import { routeTo } from '../../common/route';
import { Loaded } from '../../common/States';
import { needsReview } from '../../domain/colours';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { collection, point } from '../../map/spotLayers';
import { SpotsLayer } from '../../map/SpotsLayer';
import { DecisionTrace } from '../review/DecisionTrace';

const HIDDEN = ['routes', 'zones'] as const;
const RULES = ['P06', 'P07', 'D10'] as const;
type Rule = (typeof RULES)[number];
const MOST = 200;

const isShown = (alert: AlertRow) => needsReview(alert) || alert.review?.decision === 'CONFIRMED';

/** 联单、车牌、离线: waybills without a trip (P06), plates at two places at once (P07), who goes offline when loaded (D10). */
export function Papers({ period }: { period: DayPeriod }) {
  const request = useRequest(async () => {
    const pages = await Promise.all(RULES.map((rule) => api.alerts({ rule, from: period.from, to: period.to, limit: MOST })));
    return pages.flatMap(({ alerts }) => alerts).filter(isShown);
  }, [period]);
  const { data } = request;
  const points = useMemo(
    () => collection((data ?? []).flatMap(({ lon, lat, plate, rule }) => (lon === null || lat === null ? [] : [point(lon, lat, 'bad', `${plate} ${rule}`, true)]))),
    [data],
  );
  return (
    <div className="reverse-desk leads-papers" data-papers={data?.length}>
      <CityMap hidden={HIDDEN}>
        <SpotsLayer id="papers" data={points} />
      </CityMap>
      <section className="panel leads-panel">
        <Loaded request={request}>{(alerts) => <>{RULES.map((rule) => <Kind key={rule} rule={rule} alerts={alerts.filter((one) => one.rule === rule)} />)}</>}</Loaded>
      </section>
    </div>
  );
}

function Kind({ rule, alerts }: { rule: Rule; alerts: AlertRow[] }) {
  const t = useText();
  return (
    <>
      <h2>
        {t.leads.papers[rule]} <span className="number dim">{alerts.length}</span>
      </h2>
      {alerts.length === 0 && <p className="dim">{t.leads.noPapers}</p>}
      <LongList of={alerts} className="reverse-list">
        {(alert) => (
          <li key={alert.id} data-paper={alert.id}>
            <header>
              <GradeMark grade={alert.grade} />
              <VehicleLink plate={alert.plate} />
              <span className="dim">{alert.company}</span>
              <ReviewMark alert={alert} />
              <a href={routeTo('review', alert.id)}>{t.leads.toReview}</a>
            </header>
            <p className="dim">{`${monthDayTime(alert.start)} – ${monthDayTime(alert.end ?? alert.decided)} ${alert.placeName}`}</p>
            <DecisionTrace conditions={alert.decision} />
          </li>
        )}
      </LongList>
      {rule === 'D10' && <p className="leads-unseen">{t.leads.unwatched}</p>}
    </>
  );
}
