import { Button } from 'antd';
import { api } from '../../api/api';
import type { DeviceEvent } from '../../api/vehicleTypes';
import { Failed, Loaded, Nothing } from '../../common/States';
import { usePages } from '../../common/usePages';
import { useUser } from '../../common/user';
import { dateTime } from '../../domain/time';
import { useLanguage, useText } from '../../i18n/language';
import { told, wayTo } from './history';

/**
 * What was once with the device: commands, faults that are over, installations, terminals; the newest first.
 *
 * @param news changes when there may be more of it
 */
export function DeviceEvents({ plate, news }: { plate: string; news: number }) {
  const t = useText();
  const { request, pages, more, busy, failed, ask } = usePages((cursor) => api.deviceHistory(plate, cursor), [plate, news]);
  return (
    <Loaded request={request}>
      {() => {
        const events = pages.flatMap(({ entries }) => entries);
        if (events.length === 0) return <Nothing title={t.vehicle.history.none} hint={t.vehicle.history.noneHint} />;
        return (
          <>
            <ol className="device-events" data-device-events={events.length}>
              {events.map((event) => (
                <Line key={event.key} event={event} />
              ))}
            </ol>
            {failed && <Failed error={failed} retry={ask} />}
            {more && !failed && (
              <Button block type="text" loading={busy} onClick={ask}>
                {t.common.loadMore}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Line({ event }: { event: DeviceEvent }) {
  const { t, language } = useLanguage();
  const user = useUser();
  const { title, detail, state } = told(event, t, language);
  const way = wayTo(event, user);
  return (
    <li data-event={event.kind}>
      <time className="number" dateTime={event.at}>
        {dateTime(event.at).slice(0, 16)}
      </time>
      <span className="dim">{t.vehicle.history.kind[event.kind]}</span>
      {way ? <a href={way}>{title}</a> : <b>{title}</b>}
      <span className="dim">{detail}</span>
      <span className="device-event-state">{state}</span>
    </li>
  );
}
