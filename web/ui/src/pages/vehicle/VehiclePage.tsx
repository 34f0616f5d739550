import { EnvironmentOutlined, HistoryOutlined, ProfileOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useCommands } from '../../commands/useCommands';
import { useFleet } from '../../common/hooks';
import { Plate, StateMark } from '../../common/Marks';
import { go, routeTo, useRoute } from '../../common/route';
import { Nothing } from '../../common/States';
import { maySeeTerminals, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import '../../style/vehicle.css';
import { LiveFacts } from './LiveFacts';
import { SensorHealth } from './SensorHealth';
import { TerminalFacts } from './TerminalFacts';
import { VehicleDesk } from './VehicleDesk';
import { VehicleRecords } from './VehicleRecords';

/** 车辆: what one vehicle does now, how its device stands, what it may, what was asked of it and what it has sent. */
export default function VehiclePage() {
  const t = useText();
  const store = useFleet();
  const { argument: plate } = useRoute();
  if (!store.vehicles.has(plate) && !store.live.has(plate)) {
    return (
      <div className="vehicle-none">
        <Chooser plate={plate} />
        <Nothing title={plate ? t.vehicle.unknown(plate) : t.vehicle.choose} hint={t.vehicle.chooseHint} />
      </div>
    );
  }
  return <Vehicle key={plate} plate={plate} />;
}

/** Another vehicle by its plate. */
function Chooser({ plate }: { plate: string }) {
  const t = useText();
  const store = useFleet();
  const plates = [...store.vehicles.keys()].sort();
  return (
    <Select
      showSearch
      value={plate || undefined}
      placeholder={t.live.searchPlate}
      aria-label={t.live.searchPlate}
      options={plates.map((value) => ({ value, label: value }))}
      onChange={(value) => go('vehicle', value)}
      style={{ width: 150 }}
    />
  );
}

function Vehicle({ plate }: { plate: string }) {
  const t = useText();
  const store = useFleet();
  const user = useUser();
  const commands = useCommands(plate);
  const live = store.live.get(plate);
  const vehicle = store.vehicles.get(plate);
  const finished = commands.rows.filter(({ state }) => state === 'ANSWERED').length;
  return (
    <div className="vehicle" data-vehicle-page={plate}>
      <header className="toolbar">
        <h1>
          <Plate plate={plate} />
        </h1>
        {live && <StateMark state={live.state} />}
        {vehicle && (
          <span className="dim">
            {t.kind[vehicle.kind]} · {vehicle.company}
          </span>
        )}
        <span className="vehicle-ways">
          <Chooser plate={plate} />
          <Button icon={<EnvironmentOutlined />} href={routeTo('live', plate)}>
            {t.vehicle.onMap}
          </Button>
          <Button icon={<HistoryOutlined />} href={routeTo('playback', plate)}>
            {t.live.playback}
          </Button>
          <Button icon={<ProfileOutlined />} href={routeTo('trips', '', { plate })}>
            {t.nav.trips}
          </Button>
        </span>
      </header>
      <aside className="panel vehicle-facts">
        <section className="vehicle-live">
          <LiveFacts live={live} vehicle={vehicle} />
        </section>
        <SensorHealth plate={plate} />
        {maySeeTerminals(user) && (
          <section className="vehicle-terminal">
            <TerminalFacts plate={plate} />
          </section>
        )}
      </aside>
      <VehicleDesk plate={plate} commands={commands} />
      <section className="panel vehicle-records">
        <VehicleRecords plate={plate} news={finished} />
      </section>
    </div>
  );
}
