import type { CSSProperties } from 'react';
import { api } from '../../api/api';
import type { DeviceFinding } from '../../api/deviceTypes';
import type { SensorState, VehicleDevice } from '../../api/vehicleTypes';
import { useReloadWhile, useRequest } from '../../common/hooks';
import { routeTo } from '../../common/route';
import { Loaded } from '../../common/States';
import { mayOpen, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { Evidence } from '../devices/FindingRow';
import { Facts } from './Facts';

const LOOK_EVERY = 30_000;
/** What is not observed has the colour of nothing: it is neither good nor bad. */
const COLOUR: Record<SensorState['state'], string> = { BAD: 'var(--bad)', NOT_OBSERVED: 'var(--dim)', HEALTHY: 'var(--good)' };

/** How each sensor stands, whose card is in the terminal, and what is the matter with the device now. */
export function SensorHealth({ plate }: { plate: string }) {
  const t = useText();
  const request = useRequest(() => api.deviceOf(plate), [plate]);
  useReloadWhile(true, request.reload, LOOK_EVERY);
  return (
    <section className="vehicle-health" data-health={request.data?.sensors.length ?? ''}>
      <h2>{t.vehicle.health.title}</h2>
      {request.data ? <Shown device={request.data} /> : <Loaded request={request}>{() => null}</Loaded>}
    </section>
  );
}

function Shown({ device: { sensors, findings, heard, card } }: { device: VehicleDevice }) {
  const { vehicle } = useText();
  const words = vehicle.health;
  return (
    <>
      {card && <Facts rows={[[words.card, `${card.name} ${card.number} · ${words.since(monthDayTime(card.since))}`]]} />}
      {sensors.length === 0 && <p className="dim">{words.noSensors}</p>}
      <ul className="sensor-states">
        {sensors.map((sensor) => (
          <Sensor key={sensor.sensor} of={sensor} />
        ))}
      </ul>
      <h3>{words.now}</h3>
      {findings.length === 0 && <p className="dim">{heard === null ? words.unseen : words.noFindings}</p>}
      <ol className="open-findings">
        {findings.map((finding) => (
          <Finding key={finding.id} finding={finding} />
        ))}
      </ol>
    </>
  );
}

function Sensor({ of: { sensor, state, since, reason, alertId } }: { of: SensorState }) {
  const t = useText();
  const user = useUser();
  const words = t.vehicle.health;
  const from = since === null ? (state === 'NOT_OBSERVED' ? words.never : words.sinceUnknown) : words.since(monthDayTime(since));
  const why = reason && (t.devices.evidence.misbehaviour[reason] ?? reason);
  return (
    <li data-sensor={sensor} data-state={state}>
      <b>{word(t.sensor, sensor.toLowerCase())}</b>
      <span className="mark" style={{ '--mark': COLOUR[state] } as CSSProperties}>
        <i />
        {words.state[state]}
      </span>
      <small className="dim number">{from}</small>
      {why && <small>{alertId && mayOpen(user, 'review') ? <a href={routeTo('review', alertId)}>{why}</a> : why}</small>}
    </li>
  );
}

function Finding({ finding }: { finding: DeviceFinding }) {
  const t = useText();
  const user = useUser();
  const { fault, since, sensor, alertId, caseId } = finding;
  return (
    <li data-open-finding={fault}>
      <p>
        <b className={fault === 'LAID_UP' || fault === 'RETEST' ? 'warn' : 'bad'}>{t.devices.fault[fault]}</b>
        {since && <small className="dim number">{t.devices.since(monthDayTime(since))}</small>}
        {alertId !== null && mayOpen(user, 'review') && <a href={routeTo('review', alertId)}>{t.devices.evidence.alert}</a>}
        {caseId !== null && mayOpen(user, 'cases') && <a href={routeTo('cases', caseId)}>{t.devices.caseNumber(caseId)}</a>}
      </p>
      <small>
        {sensor && <>{word(t.sensor, sensor.toLowerCase())} </>}
        <Evidence finding={finding} />
      </small>
    </li>
  );
}
