import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Media, SafetyAlarm } from '../../api/terminalTypes';
import { useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { clock } from '../../domain/time';
import { useLanguage } from '../../i18n/language';
import { Gallery } from '../../media/Gallery';
import { ENGLISH_ALARMS } from './safetyNames';

interface Props {
  plate: string;
  period: readonly [string, string];
  /** Of the same period: the attachments are among them. */
  media: readonly Media[];
}

/** What the vehicle's own driving assistance has raised, with its attachments. */
export function SafetyAlarms({ plate, period: [from, to], media }: Props) {
  const { t } = useLanguage();
  const [older, setOlder] = useState<{ alarms: SafetyAlarm[]; next: string | null } | null>(null);
  const request = useRequest(() => api.safetyAlarms(plate, from, to), [plate, from]);
  return (
    <section data-safety-alarms={request.data?.alarms.length ?? ''}>
      <h3>{t.safety.title}</h3>
      <Loaded request={request}>
        {(first) => {
          const alarms = [...first.alarms, ...(older?.alarms ?? [])];
          const next = older ? older.next : first.next;
          const more = () =>
            void api.safetyAlarms(plate, from, to, next ?? undefined).then((page) => setOlder({ alarms: [...(older?.alarms ?? []), ...page.alarms], next: page.next }));
          if (alarms.length === 0) return <p className="dim">{t.safety.none}</p>;
          return (
            <>
              <ol className="safety-alarms">
                {alarms.map((alarm) => (
                  <Alarm key={alarm.id} alarm={alarm} media={media} />
                ))}
              </ol>
              {next && (
                <Button block type="text" onClick={more}>
                  {t.common.loadMore}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Alarm({ alarm, media }: { alarm: SafetyAlarm; media: readonly Media[] }) {
  const { t, language } = useLanguage();
  const own = media.filter(({ id, safetyAlarmId }) => safetyAlarmId === alarm.id || alarm.media.some((kept) => String(kept) === id));
  const named = (title: string) => (language === 'zh' ? title : (ENGLISH_ALARMS[title] ?? title));
  const name = alarm.titles.map(named).join(language === 'zh' ? '、' : ', ') || `${alarm.kind} · ${alarm.type}`;
  return (
    <li>
      <p>
        <b>{name}</b>
        <span className="dim">{named(alarm.kindTitle)}</span>
        {alarm.level > 0 && <span className={alarm.level > 1 ? 'bad' : 'warn'}>{t.safety.level(alarm.level)}</span>}
        <span className="dim">{t.safety.phase[alarm.phase]}</span>
      </p>
      <p className="dim number">
        <span>
          {clock(alarm.time)}
          {alarm.end && ` – ${clock(alarm.end)}`}
        </span>
        <span>
          {alarm.speedKmh} {t.common.kmh}
        </span>
        {alarm.attachments > 0 && <span className={alarm.complete ? '' : 'warn'}>{t.safety.attachments(alarm.media.length, alarm.attachments)}</span>}
      </p>
      {own.length > 0 && <Gallery media={own} since={Date.parse(alarm.time)} />}
    </li>
  );
}
