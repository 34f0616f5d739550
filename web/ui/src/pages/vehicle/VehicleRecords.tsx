import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { Media } from '../../api/terminalTypes';
import { DayPicker } from '../../common/DayPicker';
import { useRequest, useStore } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { day, startOfDay } from '../../domain/time';
import { useText } from '../../i18n/language';
import { Gallery } from '../../media/Gallery';
import { SafetyAlarms } from './SafetyAlarms';
import { VehicleDay } from './VehicleDay';

const DAY = 24 * 3_600_000;
const ASK_EVERY = 5_000;

/**
 * A day of a vehicle: its trips, alerts and cases, pictures, sound and clips, and what the driving assistance raised.
 *
 * @param news changes when there may be more of them
 */
export function VehicleRecords({ plate, news }: { plate: string; news: number }) {
  const t = useText();
  const store = useStore();
  const [date, setDate] = useState(() => day(store.now()));
  const from = startOfDay(`${date}T00:00:00+08:00`);
  const period = [new Date(from).toISOString(), new Date(from + DAY).toISOString()] as const;
  const media = useRequest(() => api.media(plate, ...period), [plate, date, news]);
  useReload(media.reload, day(store.now()) === date);
  return (
    <>
      <header className="vehicle-records-head">
        <h2>{t.vehicle.day}</h2>
        <DayPicker value={date} onChange={setDate} />
      </header>
      <div className="vehicle-scroll" role="region" aria-label={t.vehicle.day} tabIndex={0}>
        <VehicleDay plate={plate} date={date} period={period} />
        <h3>{t.media.title}</h3>
        {media.data ? <Found media={media.data.media} /> : <Loaded request={media}>{() => null}</Loaded>}
        <SafetyAlarms key={date} plate={plate} period={period} media={media.data?.media ?? []} />
      </div>
    </>
  );
}

function Found({ media }: { media: Media[] }) {
  const t = useText();
  const newest = [...media].reverse();
  return newest.length > 0 ? <Gallery media={newest} /> : <Nothing title={t.media.none} hint={t.media.noneHint} />;
}

/** Pictures come over slow lines, long after the command is answered. */
function useReload(reload: () => void, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const timer = window.setInterval(reload, ASK_EVERY);
    return () => window.clearInterval(timer);
  }, [reload, on]);
}
