import { useRoute } from '../../common/route';
import { Forbidden } from '../../common/States';
import { maySeeTerminals, seesFleet, useUser } from '../../common/user';
import { DeviceTabs } from './DeviceTabs';
import { HealthDesk } from './HealthDesk';
import { InstallationList } from '../installations/InstallationList';
import { InstallationSheet } from '../installations/InstallationSheet';
import '../../style/devices.css';

/** 设备运维: whose devices need somebody, and the installations; who only installs begins with those. */
export default function DevicesPage() {
  const user = useUser();
  const { argument } = useRoute();
  const shown = argument || (seesFleet(user) ? 'health' : 'installations');
  const installs = shown !== 'health';
  return (
    <div className="ledger">
      <DeviceTabs shown={installs ? 'installations' : 'health'} />
      {!installs && <HealthDesk />}
      {installs && !maySeeTerminals(user) && <Forbidden />}
      {installs && maySeeTerminals(user) && (shown === 'installations' ? <InstallationList /> : <InstallationSheet key={shown} id={shown} />)}
    </div>
  );
}
