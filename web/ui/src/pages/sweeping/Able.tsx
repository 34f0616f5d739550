import { SendOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Live, RoadOrder, RoadRow } from '../../api/types';
import { useStore } from '../../common/hooks';
import { StateMark } from '../../common/Marks';
import { mayAssign, useUser } from '../../common/user';
import { clockMinutes } from '../../domain/time';
import { useText } from '../../i18n/language';
import { ableVehicles, firstEnd } from './board';

interface Props {
  road: RoadRow;
  now: number;
  orders: readonly RoadOrder[];
  onSent: () => void;
}

/** Who can be sent to do what is undone; a click sends one, and its driver is told. */
export function Able({ road, now, orders, onSent }: Props) {
  const t = useText();
  const store = useStore();
  const user = useUser();
  const end = firstEnd(road.rows, now);
  const sent = new Set(orders.filter(({ windowEnd }) => Date.parse(windowEnd) === end).map(({ plate }) => plate));
  const vehicles = ableVehicles(road, store.live.values(), now).filter(({ plate }) => !sent.has(plate));
  return (
    <p className="able">
      <span className="dim">{t.sweeping.able}</span>
      {vehicles.length === 0 && t.sweeping.noneAble}
      {vehicles.map((one) => (
        <span key={one.plate}>
          {one.plate} <StateMark state={one.state} />
          {mayAssign(user) && end !== null && <Send road={road} end={end} vehicle={one} onSent={onSent} />}
        </span>
      ))}
    </p>
  );
}

interface SendProps {
  road: RoadRow;
  end: number;
  vehicle: Live;
  onSent: () => void;
}

function Send({ road, end, vehicle: { plate }, onSent }: SendProps) {
  const t = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await api.sendVehicle(road.road, road.contractor, new Date(end).toISOString(), plate);
      void message.success(t.orders.sent(plate, clockMinutes(new Date(end).toISOString())));
      onSent();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button type="link" size="small" icon={<SendOutlined />} loading={busy} data-send-vehicle={plate} onClick={() => void send()}>
      {t.orders.send}
    </Button>
  );
}
