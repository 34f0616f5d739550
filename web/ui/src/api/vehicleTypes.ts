import type { DeviceFinding } from './deviceTypes';
import type { CommandKind, CommandState } from './terminalTypes';
import type { InstallationReason, InstallationState } from './installationTypes';

/** EXPIRING: in force, within the warning times and not renewed. */
export type PermitState = 'NOT_YET' | 'IN_FORCE' | 'EXPIRING' | 'EXPIRED';

/** A permit of a vehicle; null where it names none or has no end. */
export interface VehiclePermit {
  permitId: string;
  state: PermitState;
  siteId: string;
  /** Empty where the site is not on file. */
  siteName: string;
  grounds: { id: string; name: string }[];
  routeIds: string[];
  validFrom: string | null;
  validTo: string | null;
  dailyFrom: string | null;
  dailyTo: string | null;
  enteredAt: string | null;
  approvedM3: number | null;
  /** Of an expiring one. */
  hoursLeft: number | null;
}

/** How a sensor stands; NOT_OBSERVED is neither good nor bad. */
export interface SensorState {
  sensor: string;
  state: 'BAD' | 'NOT_OBSERVED' | 'HEALTHY';
  since: string | null;
  /** Of a bad one, as cover_stuck. */
  reason: string | null;
  alertId: string | null;
}

export interface VehicleDevice {
  time: string;
  /** Of the terminal; empty where none is entered. */
  phone: string;
  heard: string | null;
  /** 刷卡: of the driver who is in the vehicle, masked for who may not know it; null: nobody knows. */
  card: { name: string; number: string; since: string } | null;
  sensors: SensorState[];
  findings: DeviceFinding[];
}

interface Event {
  key: string;
  id: string;
  /** When it was asked, ordered or registered; of a fault its end. */
  at: string;
  /** Begin of a fault. */
  since: string | null;
  until: string | null;
  reason: string;
  ruleName: string | null;
  ruleNameEn: string | null;
  phone: string;
  /** Empty: the system itself. */
  by: string;
}

/** One thing of a device's past. */
export type DeviceEvent = Event &
  (
    | { kind: 'COMMAND'; what: CommandKind; state: CommandState }
    | { kind: 'FINDING'; what: string; state: string }
    | { kind: 'INSTALLATION'; what: InstallationReason; state: InstallationState }
    | { kind: 'BINDING'; what: string; state: string }
  );

export interface DeviceHistoryPage {
  entries: DeviceEvent[];
  next: string | null;
}
