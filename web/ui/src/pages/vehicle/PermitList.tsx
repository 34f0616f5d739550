import { Tag } from 'antd';
import { api } from '../../api/api';
import type { PermitState, VehiclePermit } from '../../api/vehicleTypes';
import { useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { routeTo } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { mayOpen, useUser } from '../../common/user';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { hoursText, isLate, parted, periodText } from './permits';

const COLOUR: Record<PermitState, string> = { NOT_YET: 'blue', IN_FORCE: 'green', EXPIRING: 'orange', EXPIRED: 'default' };

/** What the vehicle may carry now, from where to where; what it once might lies folded below. */
export function PermitList({ plate }: { plate: string }) {
  const { vehicle: words } = useText();
  const request = useRequest(() => api.permitsOf(plate), [plate]);
  return (
    <Loaded request={request}>
      {({ permits }) => {
        const { current, past } = parted(permits);
        if (permits.length === 0) return <Nothing title={words.permit.none} hint={words.permit.noneHint} />;
        return (
          <div className="vehicle-permits" data-permits={permits.length}>
            {current.length === 0 && <p className="bad">{words.permit.noneNow}</p>}
            <ol>
              {current.map((permit) => (
                <Permit key={permit.permitId} permit={permit} />
              ))}
            </ol>
            {past.length > 0 && (
              <details open={current.length === 0}>
                <summary>{words.permit.past(past.length)}</summary>
                <LongList of={past}>{(permit) => <Permit key={permit.permitId} permit={permit} />}</LongList>
              </details>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function Permit({ permit }: { permit: VehiclePermit }) {
  const t = useText();
  const user = useUser();
  const words = t.vehicle.permit;
  const { permitId, state, siteId, siteName, grounds, routeIds, enteredAt, approvedM3, hoursLeft } = permit;
  const comma = t.locale.startsWith('zh') ? '、' : ', ';
  return (
    <li className={`permit permit-${state}`} data-permit={permitId} data-state={state}>
      <p>
        <Tag color={COLOUR[state]}>{words.state[state]}</Tag>
        {mayOpen(user, 'plan') ? <a href={routeTo('plan', 'permits', { id: permitId })}>{permitId}</a> : <b>{permitId}</b>}
        {hoursLeft !== null && <b className="warn number">{words.left(hoursLeft)}</b>}
        {isLate(permit) && (
          <span className="warn" title={words.lateHint(dateTime(enteredAt ?? ''))}>
            {words.late}
          </span>
        )}
      </p>
      <p>
        {siteName || siteId} → {grounds.map(({ name }) => name).join(comma) || words.noGrounds}
      </p>
      <p className="dim number">
        <span>{periodText(permit, words)}</span>
        <span>{hoursText(permit, words)}</span>
        {approvedM3 !== null && <span>{words.volume(approvedM3.toLocaleString(t.locale))}</span>}
        <span>{routeIds.length > 0 ? words.routes(routeIds.join(comma)) : words.noRoutes}</span>
      </p>
    </li>
  );
}
