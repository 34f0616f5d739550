/** What the server sends. Times are RFC 3339; speed km/h; weight t; coordinates WGS-84 degrees. */
import type { FeatureCollection, LineString, Polygon } from 'geojson';
import type { Command } from './terminalTypes';

export type VehicleState = 'MOVING' | 'IDLE' | 'STOPPED' | 'OFFLINE' | 'ALARM';
export type VehicleKind =
  | 'MUCK_TRUCK'
  | 'SWEEPER'
  | 'WASH_SWEEPER'
  | 'SPRINKLER'
  | 'FLUSHER'
  | 'COLLECTION_TRUCK';
export type Load = 'EMPTY' | 'PARTIAL' | 'LOADED' | null;
export type Cover = 'OPEN' | 'CLOSED' | 'PARTIAL' | null;
export type Lift = 'UP' | 'DOWN' | null;
export type Switch = 'ON' | 'OFF' | null;
export type Grade = 'A' | 'B' | 'C';
export type AlertStatus = 'CANDIDATE' | 'OPEN' | 'ENDED' | 'SUPPRESSED' | 'RETRACTED' | 'MERGED';
export type ReviewDecision = 'CONFIRMED' | 'REJECTED';
export type RejectReason =
  | 'gps_drift'
  | 'sensor_fault'
  | 'map_wrong'
  | 'permit_late'
  | 'authorised'
  | 'duplicate'
  | 'other';
export type Operation = 'SWEEP' | 'WASH' | 'FLUSH' | 'SPRINKLE';
export type Side = 'FWD' | 'REV' | 'BOTH';
export type Verdict = 'DONE' | 'PARTIAL' | 'MISSED' | 'UNOBSERVED' | 'EXEMPT';
/** What a window is called before it has a verdict. */
export type OpenState = 'UPCOMING' | 'RUNNING';
export type EndKind =
  | 'OK'
  | 'WRONG_SITE'
  | 'ELSEWHERE'
  | 'UNEXPLAINED'
  | 'PARKED_LOADED'
  | 'GAP'
  | 'OVERDUE'
  | 'UNDER_WAY';

export type Role = 'SUPERVISOR' | 'DISPATCHER' | 'SANITATION' | 'OFFICER' | 'LEADER' | 'ADMINISTRATOR' | 'RULE_OWNER' | 'AUDITOR' | 'INSTALLER' | 'CLERK';

/** As the server's table of rights has them. */
export type Permission =
  | 'REVIEW' | 'REVIEW_SWEEPING' | 'FILE' | 'DISPATCH' | 'HANDLE' | 'APPEAL' | 'VERIFY' | 'SUPERVISE' | 'DISPATCH_SANITATION' | 'REPORT'
  | 'SCAN' | 'ASSIGN' | 'EXCUSE' | 'EXEMPT' | 'DUTY' | 'ORDER' | 'ORDER_DEVICE' | 'ORDER_HARMLESS' | 'TERMINALS' | 'PLAN' | 'PLAN_SWEEPING' | 'KEEP' | 'INSTALL' | 'TRY' | 'PROPOSE' | 'APPROVE' | 'EXPORT' | 'REPORTS' | 'PREPARE' | 'ISSUE' | 'RECIPIENTS' | 'AUDIT' | 'ADMINISTER';

export interface User {
  login: string;
  displayName: string;
  role: Role;
  permissions: readonly Permission[];
  /** Neither a company nor a squad nor a district. */
  seesCity: boolean;
  company: string | null;
  /** Whether a sign-in asks for a code, too. */
  secondFactor?: boolean;
  /** Whether the server does nothing for this account before it has one. */
  secondFactorOwed?: boolean;
}

export interface Settings {
  city: string;
  center: [number, number];
  bounds: [number, number, number, number];
  tileSource: string | null;
  time: string;
  /** Simulated seconds per second; 1 in service. */
  speed: number;
  synthetic: boolean;
  /** The bureau's working time of the last two and the next four weeks. */
  working: { from: string; to: string }[];
}

export interface Company {
  id: string;
  name: string;
  total: number;
  online: number;
  vehicles: { plate: string; kind: VehicleKind; state: VehicleState }[];
}

export interface Vehicle {
  plate: string;
  kind: VehicleKind;
  company: string;
  ratedLoadT: number | null;
  sensors: string[];
  phone: string;
}

export interface SensorReading {
  acc: boolean | null;
  cover: Cover;
  lift: Lift;
  load: Load;
  weightT: number | null;
  brush: Switch;
  pump: Switch;
}

export interface Live extends SensorReading {
  plate: string;
  kind: VehicleKind;
  company: string;
  time: string;
  lon: number;
  lat: number;
  speedKmh: number;
  /** Degrees clockwise from north; -1 where unknown. */
  direction: number;
  state: VehicleState;
}

export interface TrackPoint extends SensorReading {
  time: string;
  lon: number;
  lat: number;
  speedKmh: number;
  direction: number;
  valid: boolean;
  backfill: boolean;
}

export interface Condition {
  name: string;
  value: string;
  held: boolean;
}

export interface Review {
  decision: ReviewDecision;
  reason: string;
  note: string;
  user: string;
  at: string;
  /** That it was raised to by evidence; empty where it was not. */
  grade: Grade | '';
}

export interface AlertRow {
  id: string;
  rule: string;
  ruleName: string;
  ruleNameEn: string;
  plate: string;
  company: string;
  kind: VehicleKind | null;
  start: string;
  decided: string;
  end: string | null;
  lon: number | null;
  lat: number | null;
  grade: Grade;
  severity: number;
  status: AlertStatus;
  reason: string;
  placeId: string;
  placeName: string;
  permitId: string;
  tripId: string;
  segmentIds: string[];
  road: string;
  measured: number | null;
  allowed: number | null;
  unit: string;
  ruleVersion: string;
  revision: number;
  revisionKind: RevisionKind;
  /** Filed long after the moment that decided it: no live alarm. */
  late: boolean;
  decision: Condition[];
  review: Review | null;
}

export type RevisionKind = 'NEW' | 'AMENDED' | 'RETRACTED';

/** A value or a condition that differs from the revision before. */
export interface Change {
  name: string;
  before: string | number | string[] | null;
  after: string | number | string[] | null;
}

/** One state that an alert has been in. */
export interface Revision {
  revision: number;
  at: string;
  kind: RevisionKind;
  status: AlertStatus;
  severity: number;
  end: string | null;
  reason: string;
  changes: Change[];
  conditions: Change[];
}

export interface AlertDetail extends AlertRow {
  /** Oldest first. */
  revisions: Revision[];
}

export interface Permit {
  id: string;
  plate: string;
  siteId: string;
  disposalIds: string[];
  routeIds: string[];
  validFrom: string;
  validTo: string;
  dailyFrom: string | null;
  dailyTo: string | null;
  enteredAt: string | null;
}

/** A permit that runs out soon and is not renewed. */
export interface ExpiringPermit {
  permitId: string;
  plate: string;
  company: string;
  siteId: string;
  siteName: string;
  validTo: string;
  hoursLeft: number;
  /** 1 for the first warning, 3 for the last. */
  warning: number;
}

export interface PlaceProperties {
  id: string;
  name: string;
  kind: string;
}
export interface SegmentProperties {
  id: string;
  road: string;
  grade: string;
  sides: string;
  speed_limit_kmh: number | null;
  tunnel: boolean;
}
export type Places = FeatureCollection<Polygon, PlaceProperties>;
export type Routes = FeatureCollection<LineString, { id: string }>;
export type Segments = FeatureCollection<LineString, SegmentProperties>;

/** A gate camera; one that took no picture in three days does not work. */
export interface Camera {
  id: string;
  placeId: string;
  works: boolean;
}

/** Closed road segments; of water where there is the name of an underpass. */
export interface Closure {
  segmentIds: string[];
  underpass: string;
  from: string | null;
  to: string | null;
}

/** Today's loads of a place. */
export interface PlaceCount {
  placeId: string;
  out: number;
  in: number;
}

export interface CityNow {
  cameras: Camera[];
  closures: Closure[];
  counts: PlaceCount[];
}

export interface Evidence {
  alert: AlertRow;
  points: TrackPoint[];
  permit: Permit | null;
  places: Places;
  routes: Routes;
  segments: Segments;
}

export interface Stop {
  from: string;
  to: string;
  lon: number;
  lat: number;
  minutes: number;
}

export interface TrackAnswer {
  plate: string;
  points: TrackPoint[];
  stops: Stop[];
  gaps: { from: string; to: string }[];
  alerts: AlertRow[];
  /** The fixes that no rule used, by their place among the points. */
  dropped: DroppedFix[];
}

export interface DroppedFix {
  index: number;
  reason: 'C01' | 'C02' | 'C03' | 'C04' | 'C05' | 'C06';
}

export interface TripRow {
  id: string;
  plate: string;
  company: string;
  permitId: string;
  siteId: string;
  siteName: string;
  outTime: string;
  endKind: EndKind;
  endPlaceId: string;
  endPlaceName: string;
  endTime: string | null;
  distanceMetres: number | null;
  adherence: number | null;
  coverOpenSeconds: number;
  maxSpeedKmh: number | null;
  observedShare: number | null;
  waybillId: string;
  waybillMatch: string;
  /** Empty where no picture of the place is known. */
  cameraOut: Capture;
  cameraIn: Capture;
  /** What the clerk of a place has reported of its waybill. */
  exception: string;
}

/** Whether a gate camera has seen a trip. */
export type Capture = 'SEEN' | 'NOT_SEEN' | '';

export interface PassRow {
  requirementId: string;
  segmentId: string;
  side: Side;
  op: Operation;
  windowStart: string;
  windowEnd: string;
  required: number;
  done: number;
  /** While the window runs: of the pass that is being built. */
  coverage: number | null;
  result: Verdict | OpenState;
  first: string | null;
  last: string | null;
  plates: string[];
}

/** A vehicle that was sent to a road. */
export interface RoadOrder {
  road: string;
  contractor: string;
  windowEnd: string;
  plate: string;
  by: string;
  at: string;
}

export interface RoadRow {
  road: string;
  grade: string;
  contractor: string;
  /** Passes of all windows that are not exempted; of them, those that were done. */
  due: number;
  worked: number;
  /** The same of judged windows, and done ÷ required. */
  required: number;
  done: number;
  rate: number | null;
  /** Windows that run now and lack passes yet. */
  undone: number;
  rows: PassRow[];
}

/** A collection point in one of its windows. */
export interface PointRow {
  pointId: string;
  lon: number;
  lat: number;
  contractor: string;
  windowStart: string;
  windowEnd: string;
  state: OpenState | 'SERVED' | 'MISSED' | 'UNOBSERVED' | 'EXEMPT';
  /** Of the truck that served it, else of the one that came nearest; empty where none did. */
  plate: string;
  visitStart: string | null;
  visitMetres: number | null;
  inTime: boolean;
}

/** A photo with which a company explains, or appeals. */
export interface FiledPhoto {
  id: number;
  by: string;
  takenAt: string;
  url: string;
  /** From the alert's place. */
  metres: number | null;
}

/** A truck that was sent to a collection point. */
export interface PointOrder {
  pointId: string;
  windowEnd: string;
  plate: string;
  by: string;
  at: string;
}

/** What a company was asked about an alert, and what it said. */
export interface Notice {
  id: number;
  alertId: number;
  rule: string;
  ruleName: string;
  ruleNameEn: string;
  plate: string;
  company: string;
  start: string;
  /** Of the alert. */
  lon: number | null;
  lat: number | null;
  user: string;
  /** Whether whoever is signed in has asked. */
  own: boolean;
  at: string;
  note: string;
  /** Null where it was asked before there was a limit. */
  amberAt: string | null;
  dueAt: string | null;
  answer: string;
  answeredBy: string;
  answeredAt: string | null;
  photos: FiledPhoto[];
}

/** The alerts of the city's day. */
export interface AlertSummary {
  date: string;
  total: number;
  byRule: { rule: string; ruleName: string; ruleNameEn: string; count: number; open: number }[];
  byGrade: Record<Grade, number>;
  byReview: Record<'OPEN' | ReviewDecision, number>;
}

export type LiveMessage =
  | { type: 'hello'; sequence: number; time: string; speed: number; resumed: boolean }
  | { type: 'positions'; sequence: number; time: string; positions: Live[] }
  | { type: 'alert'; sequence: number; alert: AlertRow }
  | { type: 'case'; sequence: number; changed: { id: number; version: number } }
  | { type: 'notice'; sequence: number; notice: { id: number; alertId: string } }
  | { type: 'appeal'; sequence: number; appeal: { alertId: string } }
  | { type: 'command'; sequence: number; command: Command };
