export const DEVICE_FAULTS = ['TAMPERED', 'OTHER_VIN', 'POWER', 'ANTENNA', 'SENSOR', 'SILENT', 'NO_FIX', 'CLOCK', 'DRIFT', 'NEVER_SEEN', 'UNBOUND', 'RETEST', 'LAID_UP'] as const;
export type DeviceFault = (typeof DEVICE_FAULTS)[number];

/** One thing that is the matter with a vehicle's device; LAID_UP (报停) is no fault. */
export interface DeviceFinding {
  id: string;
  fault: DeviceFault;
  plate: string;
  kind: string;
  company: string;
  /** Of the terminal; empty where none is entered. */
  phone: string;
  since: string | null;
  /** When anything came from it last. */
  heard: string | null;
  /** Where it was seen last. */
  lon: number | null;
  lat: number | null;
  laidUpUntil: string | null;
  /** The evidence; null where no rule has raised one. */
  alertId: string | null;
  rule: string | null;
  ruleName: string | null;
  ruleNameEn: string | null;
  reason: string | null;
  sensor: string | null;
  /** Of OTHER_VIN: on file, and as the driving recorder told it. */
  registeredVin: string | null;
  recorderVin: string | null;
  /** Open case about it. */
  caseId: string | null;
}

export interface DeviceCompany {
  company: string;
  /** Vehicles; faulty are those with another fault than silence. */
  fleet: { vehicles: number; silent: number; faulty: number };
  counts: Partial<Record<DeviceFault, number>>;
}

export interface DeviceFilter {
  company?: string;
  fault?: DeviceFault;
  cursor?: string;
}

export interface DevicePage {
  time: string;
  companies: DeviceCompany[];
  findings: DeviceFinding[];
  next: string | null;
}
