import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useMemo } from 'react';
import type { AlertRow, Live } from '../../api/types';
import { useAlerts, useFleetEvery, useKept } from '../../common/hooks';
import { useText } from '../../i18n/language';
import { AlertTable } from './AlertTable';
import { VehicleTable } from './VehicleTable';

const HEIGHT = 236;
const HEADER = 34 + 27;
/** Which vehicles the table has, and their order, ms; what stands in its rows follows by itself. */
const ROWS_EVERY = 3000;

interface Props {
  visible: (live: Live) => boolean;
  selected: string | null;
  onVehicle: (plate: string) => void;
  onAlert: (alert: AlertRow) => void;
}

export function BottomTables({ visible, selected, onVehicle, onAlert }: Props) {
  const t = useText();
  const [open, setOpen] = useKept('tables', true);
  const vehicles = useVehicles(visible);
  const alerts = useAlertRows();
  const items = [
    {
      key: 'vehicles',
      label: `${t.live.vehicleTable} ${vehicles.length}`,
      children: <VehicleTable vehicles={vehicles} selected={selected} onSelect={onVehicle} height={HEIGHT - HEADER} />,
    },
    {
      key: 'alerts',
      label: `${t.live.alertTable} ${alerts.length}`,
      children: <AlertTable alerts={alerts} onSelect={onAlert} height={HEIGHT - HEADER} />,
    },
  ];
  const fold = (
    <Button
      type="text"
      size="small"
      icon={open ? <DownOutlined /> : <UpOutlined />}
      aria-label={open ? t.live.collapse : t.live.expand}
      onClick={() => setOpen(!open)}
    />
  );
  return (
    <section className="bottom" style={{ height: open ? HEIGHT : 34 }}>
      <Tabs size="small" items={items} tabBarExtraContent={fold} onTabClick={() => setOpen(true)} />
    </section>
  );
}

function useVehicles(visible: (live: Live) => boolean): Live[] {
  const store = useFleetEvery(ROWS_EVERY);
  const version = store.snapshot();
  return useMemo(() => [...store.live.values()].filter(visible), [store, version, visible]);
}

function useAlertRows(): AlertRow[] {
  const store = useAlerts();
  const version = store.alertsSnapshot();
  return useMemo(() => [...store.alerts.values()], [store, version]);
}
