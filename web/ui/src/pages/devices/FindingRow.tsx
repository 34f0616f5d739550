import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { DeviceFault, DeviceFinding } from '../../api/deviceTypes';
import { VehicleLink } from '../../common/Marks';
import { go, routeTo } from '../../common/route';
import { mayInstall, mayOrder, mayReportEvents, mayWithCases, seesFleet, useUser } from '../../common/user';
import { dateTime, day, monthDayTime } from '../../domain/time';
import { useLanguage, useText, word } from '../../i18n/language';
import { geoLink } from '../../phone/navigation';
import { AskRecorder } from './AskRecorder';
import { lastingText } from './lasting';

const NO_FAULTS: readonly DeviceFault[] = ['RETEST', 'LAID_UP'];

/** One finding: what, of which vehicle, by which evidence, since when, where; what to do next, and to look again at what was told. */
export function FindingRow({ finding, now, onTold }: { finding: DeviceFinding; now: number; onTold: () => void }) {
  const t = useText();
  const user = useUser();
  const { fault, plate, company, phone, since, sensor, lon, lat } = finding;
  const words = t.devices;
  return (
    <li className={`finding finding-${fault}`} data-finding={fault}>
      <b className="finding-fault">{words.fault[fault]}</b>
      <span className="finding-vehicle">
        {seesFleet(user) ? <VehicleLink plate={plate} /> : <b className="plate">{plate}</b>}
        <small className="dim ellipsis" title={company}>
          {company}
        </small>
        {phone && <small className="dim number">{phone}</small>}
      </span>
      <span className="finding-what">
        <span>
          {sensor && <b>{word(t.sensor, sensor.toLowerCase())} </b>}
          <Evidence finding={finding} />
        </span>
        <small className="dim">{words.next[fault]}</small>
        {fault === 'OTHER_VIN' && mayOrder(user, 'QUERY_RECORDER_VEHICLE') && (
          <span className="ask-recorder">
            <AskRecorder plate={plate} onTold={onTold} />
          </span>
        )}
      </span>
      <span className="finding-since number" title={since ? dateTime(since) : undefined}>
        {since && (
          <>
            <b>{lastingText(now - Date.parse(since), words.lasting)}</b>
            <small className="dim">{words.since(monthDayTime(since))}</small>
          </>
        )}
      </span>
      <span className="finding-place number">
        {lon !== null && lat !== null ? (
          <>
            <small className="dim">{words.lastPlace}</small>
            <a href={seesFleet(user) ? routeTo('live', plate) : geoLink(lon, lat, plate)}>
              {lon.toFixed(5)}, {lat.toFixed(5)}
            </a>
          </>
        ) : (
          <small className="dim">{words.noPlace}</small>
        )}
      </span>
      <NextStep finding={finding} now={now} />
    </li>
  );
}

/** By what a finding is known, in a few words. */
export function Evidence({ finding: { fault, registeredVin, recorderVin, rule, ruleName, ruleNameEn, reason, heard, laidUpUntil } }: { finding: DeviceFinding }) {
  const { t, language } = useLanguage();
  const { evidence } = t.devices;
  if (fault === 'NEVER_SEEN') return <>{evidence.neverSeen}</>;
  if (fault === 'UNBOUND') return <>{evidence.unbound}</>;
  if (fault === 'OTHER_VIN') return <>{evidence.otherVin(registeredVin ?? '', recorderVin ?? '')}</>;
  if (fault === 'RETEST') return <>{evidence.retest}</>;
  // an order without an end ends beyond every calendar
  if (fault === 'LAID_UP') return <>{laidUpUntil && laidUpUntil.length < 30 ? evidence.laidUp(dateTime(laidUpUntil)) : evidence.laidUpOpen}</>;
  if (rule === null) return <>{heard && evidence.heard(dateTime(heard))}</>;
  return (
    <>
      {(reason && evidence.misbehaviour[reason]) || (language === 'zh' ? ruleName : ruleNameEn)} <small className="dim">{rule}</small>
    </>
  );
}

/** A case of it, or the one that there is; its evidence; the vehicle. */
function NextStep({ finding, now }: { finding: DeviceFinding; now: number }) {
  const t = useText();
  const user = useUser();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const { fault, plate, phone, alertId, caseId, since } = finding;
  const order = fault === 'UNBOUND' ? 'FIRST' : 'RETEST';
  const may = mayWithCases(user, 'FILE') && (alertId !== null || mayReportEvents(user));
  const dispatch = async () => {
    setBusy(true);
    try {
      const id = alertId !== null ? (await api.openCase(alertId)).id : await report();
      go('cases', String(id));
    } catch (error) {
      void message.error((error as Error).message);
      setBusy(false);
    }
  };
  // once a day: what was solved and comes again is another one
  const report = async () =>
    (
      await api.reportEvent({
        sourceId: `device-${fault}-${plate}-${since ?? day(now)}`,
        type: 'DEVICE',
        title: t.devices.title(plate, t.devices.fault[fault]),
        plate,
        time: new Date(now).toISOString(),
      })
    ).caseId;
  return (
    <span className="finding-next">
      {caseId !== null && seesFleet(user) && <a href={routeTo('cases', caseId)}>{t.devices.caseNumber(caseId)}</a>}
      {caseId === null && may && !NO_FAULTS.includes(fault) && (
        <Button size="small" type="primary" ghost loading={busy} onClick={() => void dispatch()} data-dispatch={plate}>
          {t.devices.dispatch}
        </Button>
      )}
      {mayInstall(user) && fault !== 'LAID_UP' && (
        <a href={routeTo('devices', 'installations', { plate, phone, reason: order })} data-order={plate}>
          {t.devices.install[order]}
        </a>
      )}
      {alertId !== null && seesFleet(user) && <a href={routeTo('review', alertId)}>{t.devices.evidence.alert}</a>}
    </span>
  );
}
