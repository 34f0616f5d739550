import type { ApiToken, OpenSession } from './accessTypes';
import type { AccountRow, NewAccount, Organisation } from './accountTypes';
import type { AppealDecision, AppealState, Charge } from './appealTypes';
import type { AuditFilter, AuditLine, AuditVerdict } from './auditTypes';
import type { CaseDetail, CaseFilter, CasePhoto, CaseRow, CaseSide, CaseWish, NewEvent, PhotoFacts } from './caseTypes';
import type {
  Command,
  CommandDetail,
  CommandWish,
  Media,
  PacketAnnotation,
  SafetyAlarm,
  Terminal,
  Unknown,
  UnknownOfModel,
} from './terminalTypes';
import type { LimitProposal, LimitTable, LimitVersion, NewLimits } from './limitTypes';
import type { Catalogue, NewProposal, ParameterVersion, Precision, Proposal, ProposalDecision, Trial, TrialResult } from './ruleTypes';
import type { ExemptionDecision, ExemptionRequest, NewExemption } from './exemptionTypes';
import type { Driver, DriverChange, KeptEnd, LayUp, NewDriver, NewPeriod } from './keepingTypes';
import type { DeviceFilter, DevicePage } from './deviceTypes';
import type { InstallationDetail, InstallationOrder, Installation, PhotoKind, Signatures, WeighSlip } from './installationTypes';
import type { BehaviourAnswer, GapAnswer, HotSpotAnswer, LinkedAnswer, LinkedOfCase, StayAnswer } from './leadTypes';
import type { ExtractFormat, ReportExtract, ReportFormat, ReportPeriod, ReportRun, ReportRunDetail, ReportTable, RunWish } from './reportTypes';
import type { Overview } from './overviewTypes';
import type { ReportMail, ReportRecipient, ReportRecipients } from './deliveryTypes';
import type { DeviceHistoryPage, VehicleDevice, VehiclePermit } from './vehicleTypes';
import type { NewWebhook, Webhook, WebhookMessage } from './webhookTypes';
import type { Area, PastFleet, VisitorAnswer } from './pastTypes';
import type { NewPermitRequest, PermitRequest, PermitRequests } from './permitTypes';
import type { Datum, ImportPreview, ImportWish, PlanConflict, PlanEdit, PlanFormat, PlanItem, PlanLayer } from './planTypes';
import type { Papers, ScanKind, Waybill } from './paperTypes';
import type { NewShiftLine, ShiftLog } from './shiftTypes';
import type { SpillAnswer } from './spillTypes';
import type {
  AlertDetail,
  AlertRow,
  AlertSummary,
  CityNow,
  Company,
  Evidence,
  Grade,
  ExpiringPermit,
  FiledPhoto,
  Live,
  Places,
  RejectReason,
  ReviewDecision,
  Notice,
  PointOrder,
  PointRow,
  RoadOrder,
  RoadRow,
  Routes,
  Segments,
  Settings,
  TrackAnswer,
  TripRow,
  User,
  Vehicle,
} from './types';

const ROOT = '/api/v1';

/** An answer that is not 2xx, with the words of the server's problem+json. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type Query = Record<string, string | number | undefined>;
type SignedOut = () => void;

let onSignedOut: SignedOut = () => {};

/** Called on every 401, so that the sign-in page comes up from wherever the user is. */
export function whenSignedOut(listener: SignedOut): void {
  onSignedOut = listener;
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return ROOT + path + (text ? `?${text}` : '');
}

async function problem(response: Response): Promise<ApiError> {
  const fallback = `HTTP ${response.status}`;
  try {
    const body = (await response.json()) as { title?: string; detail?: string; code?: string };
    return new ApiError(response.status, body.code ?? '', body.detail ?? body.title ?? fallback);
  } catch {
    return new ApiError(response.status, '', fallback);
  }
}

const call = <T>(method: string, path: string, query?: Query, body?: unknown) =>
  send<T>(method, path, query, body === undefined ? null : 'application/json', body === undefined ? undefined : JSON.stringify(body));

/** A file as it is. */
const upload = <T>(path: string, query: Query, file: Blob) => send<T>('POST', path, query, file.type || 'application/octet-stream', file);

async function send<T>(method: string, path: string, query: Query | undefined, type: string | null, body: BodyInit | undefined): Promise<T> {
  const response = await fetch(address(path, query), {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(method === 'GET' ? {} : { 'X-Requested-With': 'qingtu' }),
      ...(type === null ? {} : { 'Content-Type': type }),
    },
    body,
  });
  if (!response.ok) {
    if (response.status === 401) onSignedOut();
    throw await problem(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const get = <T>(path: string, query?: Query) => call<T>('GET', path, query);
const part = encodeURIComponent;

export interface AlertFilter {
  from?: string;
  to?: string;
  rule?: string;
  grade?: string;
  severity?: number;
  status?: string;
  review?: 'OPEN' | ReviewDecision;
  plate?: string;
  cursor?: string;
  limit?: number;
}

export type ExportTable = 'alerts' | 'cases' | 'trips' | 'vehicles' | 'terminals' | 'sweeping' | 'collection' | 'stays' | 'audit';
/** Of the answer to a question. */
export type SheetFormat = 'CSV' | 'XLSX';
export type ExportFormat = 'CSV' | 'XLSX' | 'GPKG';
export type TrackFormat = ExportFormat | 'GEOJSON' | 'GPX' | 'KML';

const span = (from: number, to: number) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });

export const api = {
  signIn: (login: string, password: string, code = '') =>
    call<{ user: User }>('POST', '/session', {}, { login, password, code }),
  beginSecondStep: (password: string) =>
    call<{ secret: string; uri: string }>('POST', '/second-factor', {}, { password }),
  confirmSecondStep: (code: string) =>
    call<{ recoveryCodes: string[] }>('POST', '/second-factor/confirmation', {}, { code }),
  /** Whether an identity provider signs people in, too; it is asked beside the API. */
  provider: async () => (await (await fetch('/oidc', { headers: { Accept: 'application/json' } })).json()) as { enabled: boolean; name: string },
  session: () => get<{ user: User }>('/session'),
  signOut: () => call<void>('DELETE', '/session'),
  settings: () => get<Settings>('/settings'),
  companies: () => get<{ companies: Company[] }>('/companies'),
  vehicles: () => get<{ vehicles: Vehicle[] }>('/vehicles'),
  positions: () => get<{ sequence: number; time: string; positions: Live[] }>('/positions'),
  alerts: (filter: AlertFilter) =>
    get<{ alerts: AlertRow[]; next: string | null }>('/alerts', { ...filter }),
  alertSummary: () => get<AlertSummary>('/alerts/summary'),
  alert: (id: string) => get<AlertDetail>(`/alerts/${part(id)}`),
  evidence: (id: string) => get<Evidence>(`/alerts/${part(id)}/evidence`),
  exportAddress: (table: ExportTable, format: ExportFormat, from: number, to: number) =>
    address(`/exports/${table}`, { format, ...span(from, to) }),
  spillFileAddress: (lon: number, lat: number, format: SheetFormat, from: number, to: number) => address('/spill-file', { lon, lat, format, ...span(from, to) }),
  areaFileAddress: ({ west, south, east, north, polygon }: Area, format: SheetFormat, from: number, to: number) =>
    address('/past/area-file', { west, south, east, north, polygon, format, ...span(from, to) }),
  foundCasesAddress: (format: ExportFormat, filter: CaseFilter) => address('/exports/cases/found', { format, ...filter }),
  trackFileAddress: (plate: string, format: TrackFormat, from: number, to: number) =>
    address(`/vehicles/${part(plate)}/track-file`, { format, ...span(from, to) }),
  evidenceBundleAddress: (id: string) => `${ROOT}/alerts/${part(id)}/evidence-bundle`,
  evidenceSheetAddress: (id: string) => `${ROOT}/alerts/${part(id)}/evidence-sheet`,
  /** What waits for its company, or has its answer and waits for a decision on the alert. */
  notices: (state: 'OPEN' | 'ANSWERED') => get<{ notices: Notice[]; next: number | null }>('/notices', { state, limit: 200 }),
  noticesOf: (alertId: string) => get<{ notices: Notice[] }>(`/alerts/${part(alertId)}/notices`),
  askCompany: (alertId: string, note: string) => call<Notice>('POST', `/alerts/${part(alertId)}/notices`, {}, { note }),
  addNoticePhoto: (id: number, facts: PhotoFacts, picture: Blob) => upload<Notice>(`/notices/${id}/photos`, { ...facts }, picture),
  answerNotice: (id: number, answer: string, clientId: string) => call<Notice>('POST', `/notices/${id}/answer`, {}, { answer, clientId }),
  appeals: (state: AppealState) => get<{ appeals: Charge[]; more: boolean }>('/appeals', { state }),
  appealOf: (alertId: string) => get<{ charge: Charge | null }>(`/alerts/${part(alertId)}/appeal`),
  addAppealPhoto: (alertId: string, facts: PhotoFacts, picture: Blob) => upload<FiledPhoto>(`/alerts/${part(alertId)}/appeal/photos`, { ...facts }, picture),
  lodgeAppeal: (alertId: string, reason: string, clientId: string) => call<Charge>('POST', `/alerts/${part(alertId)}/appeal`, {}, { reason, clientId }),
  decideAppeal: (id: string, decision: AppealDecision, reason: string) => call<Charge>('POST', `/appeals/${part(id)}/decision`, {}, { decision, reason }),
  review: (id: string, decision: ReviewDecision, reason: RejectReason | '', note: string, grade?: Grade) =>
    call<unknown>('POST', `/alerts/${part(id)}/reviews`, {}, { decision, reason, note, grade }),
  track: (plate: string, from: string, to: string) =>
    get<TrackAnswer>(`/vehicles/${part(plate)}/track`, { from, to }),
  commands: (plate: string, cursor?: string) =>
    get<{ commands: Command[]; next: string | null }>(`/vehicles/${part(plate)}/commands`, { cursor, limit: 30 }),
  command: (id: string) => get<CommandDetail>(`/commands/${part(id)}`),
  order: (plate: string, wish: CommandWish) =>
    call<Command>('POST', `/vehicles/${part(plate)}/commands`, {}, wish),
  media: (plate: string, from: string, to: string) =>
    get<{ media: Media[] }>(`/vehicles/${part(plate)}/media`, { from, to }),
  alertMedia: (id: string) => get<{ media: Media[] }>(`/alerts/${part(id)}/media`),
  safetyAlarms: (plate: string, from: string, to: string, cursor?: string) =>
    get<{ alarms: SafetyAlarm[]; next: string | null }>(`/vehicles/${part(plate)}/safety-alarms`, { from, to, cursor }),
  permitsOf: (plate: string) => get<{ permits: VehiclePermit[] }>(`/vehicles/${part(plate)}/permits`),
  deviceOf: (plate: string) => get<VehicleDevice>(`/vehicles/${part(plate)}/device`),
  deviceHistory: (plate: string, cursor?: string) => get<DeviceHistoryPage>(`/vehicles/${part(plate)}/device-history`, { cursor }),
  deviceFindings: (filter: DeviceFilter) => get<DevicePage>('/devices/findings', { ...filter }),
  installations: (state: 'OPEN' | 'ENDED', plate: string, cursor?: string) =>
    get<{ installations: Installation[]; next: string | null }>('/installations', { state, plate, cursor }),
  installation: (id: string) => get<InstallationDetail>(`/installations/${part(id)}`),
  orderInstallation: (order: InstallationOrder) => call<InstallationDetail>('POST', '/installations', {}, order),
  beginTest: (id: string) => call<InstallationDetail>('POST', `/installations/${part(id)}/test`, {}, {}),
  weigh: (id: string, slip: WeighSlip) => call<InstallationDetail>('POST', `/installations/${part(id)}/slips`, {}, slip),
  acceptInstallation: (id: string, signed: Signatures) => call<InstallationDetail>('POST', `/installations/${part(id)}/acceptance`, {}, signed),
  cancelInstallation: (id: string, reason: string) => call<InstallationDetail>('POST', `/installations/${part(id)}/cancellation`, {}, { reason }),
  addInstallationPhoto: (id: string, kind: PhotoKind, facts: PhotoFacts, picture: Blob) => upload<object>(`/installations/${part(id)}/photos`, { kind, ...facts }, picture),
  terminals: (plate?: string) => get<{ terminals: Terminal[] }>('/terminals', { plate }),
  unknownOfTerminal: (phone: string) => get<{ unknown: Unknown[] }>(`/terminals/${part(phone)}/unknown`),
  unknownOfModels: () => get<{ unknown: UnknownOfModel[] }>('/unknown'),
  expiringPermits: () => get<{ permits: ExpiringPermit[] }>('/permits/expiring'),
  trips: (date: string, plate?: string) => get<{ trips: TripRow[] }>('/trips', { date, plate }),
  cityNow: () => get<CityNow>('/map/now'),
  places: () => get<Places>('/map/places'),
  routes: () => get<Routes>('/map/routes'),
  segments: () => get<Segments>('/map/segments'),
  collectionPoints: (date: string) => get<{ date: string; points: PointRow[]; orders: PointOrder[] }>('/collection-points', { date }),
  sendToPoint: (pointId: string, windowEnd: string, plate: string) => call<unknown>('POST', '/collection-points/orders', {}, { pointId, windowEnd, plate }),
  sweeping: (date: string) => get<{ date: string; roads: RoadRow[]; orders: RoadOrder[] }>('/sweeping', { date }),
  sendVehicle: (road: string, contractor: string, windowEnd: string, plate: string) => call<unknown>('POST', '/sweeping/orders', {}, { road, contractor, windowEnd, plate }),
  shiftLog: (before?: string) => get<ShiftLog>('/shift-log', { before }),
  writeShift: (line: NewShiftLine) => call<{ id: string }>('POST', '/shift-log', {}, line),
  drivers: () => get<{ time: string; drivers: Driver[] }>('/drivers'),
  registerDriver: (wish: NewDriver) => call<Driver>('POST', '/drivers', {}, wish),
  changeDriver: (id: string, change: DriverChange) => call<Driver>('POST', `/drivers/${part(id)}/versions`, {}, change),
  assignDriver: (id: string, wish: NewPeriod) => call<Driver>('POST', `/drivers/${part(id)}/turns`, {}, wish),
  endTurn: (id: string, end: KeptEnd) => call<Driver>('POST', `/driver-turns/${part(id)}/end`, {}, end),
  layUps: () => get<{ layUps: LayUp[] }>('/lay-ups'),
  layUp: (wish: NewPeriod) => call<LayUp>('POST', '/lay-ups', {}, wish),
  endLayUp: (id: string, end: KeptEnd) => call<LayUp>('POST', `/lay-ups/${part(id)}/end`, {}, end),
  permitRequests: (state: 'WAITING' | 'DECIDED') => get<PermitRequests>('/permit-requests', { state }),
  askForPermit: (wish: NewPermitRequest) => call<PermitRequest>('POST', '/permit-requests', {}, wish),
  decidePermitRequest: (id: string, decision: 'TAKEN' | 'REFUSED' | 'WITHDRAWN', reason: string) =>
    call<PermitRequest>('POST', `/permit-requests/${part(id)}/decision`, {}, { decision, reason }),
  exemptions: () => get<{ exemptions: ExemptionRequest[] }>('/exemptions'),
  askExemption: (wish: NewExemption) => call<ExemptionRequest>('POST', '/exemptions', {}, wish),
  addExemptionFile: (id: string, clientId: string, file: Blob) => upload<ExemptionRequest>(`/exemptions/${part(id)}/files`, { clientId }, file),
  decideOnExemption: (id: string, decision: ExemptionDecision, reason: string) => call<ExemptionRequest>('POST', `/exemptions/${part(id)}/decision`, {}, { decision, reason }),
  waybills: () => get<Papers>('/waybills'),
  scanWaybill: (id: string, kind: ScanKind, note: string) => call<Waybill>('POST', `/waybills/${part(id)}/scans`, {}, { kind, note, clientId: crypto.randomUUID() }),
  reportNoWaybill: (plate: string, note: string, clientId: string) => call<unknown>('POST', '/waybills/missing', {}, { plate, note, clientId }),
  packetProfiles: () => get<{ profiles: string[] }>('/packets/profiles'),
  inspect: (hex: string, profile: string) =>
    call<{ packets: PacketAnnotation[] }>('POST', '/packets/inspect', {}, { hex, profile }),
  rules: () => get<Catalogue>('/rules'),
  precision: (from: string, to: string) => get<{ rows: Precision[] }>('/rules/precision', { from, to }),
  trials: () => get<{ trials: Trial[] }>('/trials'),
  trial: (id: string) => get<TrialResult>(`/trials/${part(id)}`),
  tryParameters: (from: string, to: string, company: string, values: Record<string, number>) => call<Trial>('POST', '/trials', {}, { from, to, company, values }),
  parameterVersions: () => get<{ versions: ParameterVersion[] }>('/parameter-versions'),
  proposals: () => get<{ proposals: Proposal[] }>('/parameter-proposals'),
  propose: (proposal: NewProposal) => call<Proposal>('POST', '/parameter-proposals', {}, proposal),
  decideOnProposal: (id: string, decision: ProposalDecision, reason: string) => call<Proposal>('POST', `/parameter-proposals/${part(id)}/decision`, {}, { decision, reason }),
  caseLimits: () => get<LimitTable>('/case-limits'),
  caseLimitVersions: () => get<{ versions: LimitVersion[] }>('/case-limit-versions'),
  caseLimitProposals: () => get<{ proposals: LimitProposal[] }>('/case-limit-proposals'),
  proposeCaseLimits: (proposal: NewLimits) => call<LimitProposal>('POST', '/case-limit-proposals', {}, proposal),
  decideOnCaseLimits: (id: string, decision: ProposalDecision, reason: string) => call<LimitProposal>('POST', `/case-limit-proposals/${part(id)}/decision`, {}, { decision, reason }),
  spill: (lon: number, lat: number, from: string, to: string) => get<SpillAnswer>('/spill', { lon, lat, from, to }),
  gap: (id: string) => get<GapAnswer>(`/alerts/${part(id)}/gap`),
  linked: (id: string) => get<LinkedAnswer>(`/alerts/${part(id)}/linked`),
  hotSpots: (from: string, to: string) => get<HotSpotAnswer>('/hotspots', { from, to }),
  behaviour: (from: string, to: string) => get<BehaviourAnswer>('/behaviour', { from, to }),
  pastArea: ({ west, south, east, north, polygon }: Area, from: number, to: number, cursor?: string) =>
    get<VisitorAnswer>('/past/area', { west, south, east, north, polygon, ...span(from, to), cursor }),
  pastFleet: (at: number) => get<PastFleet>('/past/fleet', { at: new Date(at).toISOString() }),
  plan: (layer: PlanLayer) => get<{ items: PlanItem[] }>(`/plan/${layer}`),
  planVersions: (layer: PlanLayer, id: string) => get<{ versions: PlanItem[] }>(`/plan/${layer}/${part(id)}/versions`),
  planConflicts: () => get<{ time: string; conflicts: PlanConflict[] }>('/plan/conflicts'),
  createPlanItem: (layer: PlanLayer, edit: PlanEdit) => call<PlanItem>('POST', `/plan/${layer}`, {}, edit),
  changePlanItem: (layer: PlanLayer, id: string, edit: PlanEdit) => call<PlanItem>('POST', `/plan/${layer}/${part(id)}/versions`, {}, edit),
  endPlanItem: (layer: PlanLayer, id: string, version: number, at: string | null, reason: string) =>
    call<PlanItem>('POST', `/plan/${layer}/${part(id)}/end`, {}, { version, at, reason }),
  previewImport: (layer: PlanLayer, datum: Datum, file: Blob) => upload<ImportPreview>('/plan/imports', { layer: layer.toUpperCase(), datum }, file),
  applyImport: (layer: PlanLayer, datum: Datum, file: Blob, wish: ImportWish) =>
    upload<ImportPreview>('/plan/imports/application', { layer: layer.toUpperCase(), datum, ...wish }, file),
  planFileAddress: (layer: PlanLayer, format: PlanFormat) => address(`/plan/exports/${layer}`, { format }),
  stays: (from: string, to: string) => get<StayAnswer>('/stays', { from, to }),
  accounts: () => get<{ accounts: AccountRow[]; organisations: Organisation[] }>('/accounts'),
  addAccount: (account: NewAccount) => call<AccountRow & { password: string }>('POST', '/accounts', undefined, account),
  setAccess: (id: number, enabled: boolean) => call<AccountRow>('POST', `/accounts/${id}/access`, undefined, { enabled }),
  givePassword: (id: number) => call<{ password: string }>('POST', `/accounts/${id}/password`),
  changePassword: (password: string, newPassword: string) => call<object>('POST', '/session/password', undefined, { password, newPassword }),
  sessions: () => get<{ sessions: OpenSession[] }>('/sessions'),
  revokeSession: (id: number) => call<object>('POST', `/sessions/${id}/revocation`),
  tokens: () => get<{ tokens: ApiToken[] }>('/tokens'),
  addToken: (source: string, days: number) => call<ApiToken & { token: string }>('POST', '/tokens', undefined, { source, days }),
  revokeToken: (id: number) => call<object>('POST', `/tokens/${id}/revocation`),
  webhooks: () => get<{ webhooks: Webhook[] }>('/webhooks'),
  addWebhook: (webhook: NewWebhook) => call<Webhook & { secret: string }>('POST', '/webhooks', {}, webhook),
  revokeWebhook: (id: string) => call<object>('POST', `/webhooks/${part(id)}/revocation`),
  webhookMessages: (id: string) => get<{ messages: WebhookMessage[] }>(`/webhooks/${part(id)}/messages`),
  resendWebhook: (id: string, sequence?: string) => call<{ messages: number }>('POST', `/webhooks/${part(id)}/resending`, {}, sequence === undefined ? {} : { sequence }),
  audit: (filter: AuditFilter) => get<{ lines: AuditLine[]; next: string | null }>('/audit', { ...filter }),
  foundAuditAddress: (format: ExportFormat, filter: AuditFilter) => address('/exports/audit/found', { format, ...filter }),
  verifyAudit: () => get<AuditVerdict>('/audit/verification'),
  cases: (filter: CaseFilter) => get<{ cases: CaseRow[]; next: string | null }>('/cases', { ...filter }),
  case: (id: string) => get<CaseDetail>(`/cases/${part(id)}`),
  caseSides: () => get<{ sides: CaseSide[] }>('/cases/sides'),
  reportEvent: (event: NewEvent) => call<{ caseId: string }>('POST', '/events', {}, event),
  linkedOfCase: (id: string) => get<LinkedOfCase>(`/cases/${part(id)}/linked`),
  openLinked: (id: string, plate: string) => call<{ id: number }>('POST', `/cases/${part(id)}/linked`, {}, { plate }),
  openCase: (alertId: string) => call<CaseDetail>('POST', '/cases', {}, { alertId }),
  addCasePhoto: (id: number, facts: PhotoFacts, picture: Blob) => upload<CasePhoto>(`/cases/${id}/photos`, { ...facts }, picture),
  moveCase: (id: number, wish: CaseWish) => call<CaseDetail>('POST', `/cases/${id}/steps`, {}, wish),
  overview: (week?: string) => get<Overview>('/overview', { week }),
  reports: () => get<{ periods: ReportPeriod[] }>('/reports'),
  reportRuns: () => get<{ runs: ReportRun[] }>('/report-runs'),
  freezeReport: (period: string) => call<ReportRun>('POST', '/report-runs', {}, { period }),
  reportRun: (id: number) => get<ReportRunDetail>(`/report-runs/${id}`),
  moveRun: (id: number, wish: RunWish) => call<ReportRunDetail>('POST', `/report-runs/${id}/steps`, {}, wish),
  reportExtracts: () => get<{ extracts: ReportExtract[] }>('/report-extracts'),
  extractTables: (id: number) => get<{ organisation: string; tables: ReportTable[] }>(`/report-extracts/${id}/tables`),
  ownExtractAddress: (id: number, format: ExtractFormat) => `${ROOT}/report-extracts/${id}/extract.${format}`,
  extractAddress: (id: number, company: string, format: ExtractFormat) => `${ROOT}/report-extracts/${id}/extract.${format}?company=${part(company)}`,
  reportRecipients: () => get<ReportRecipients>('/report-recipients'),
  addReportRecipient: (address: string, organisation: string) => call<ReportRecipient>('POST', '/report-recipients', {}, { address, organisation }),
  removeReportRecipient: (id: number) => call<object>('POST', `/report-recipients/${id}/revocation`),
  reportMails: (id: number) => get<{ sends: boolean; mails: ReportMail[] }>(`/report-runs/${id}/mails`),
  resendReport: (id: number) => call<{ mails: number }>('POST', `/report-runs/${id}/mails`),
  runAddress: (id: number, format: ReportFormat) => `${ROOT}/report-runs/${id}/report.${format}`,
  reportAddress: (period: string, format: 'pdf' | 'xlsx' | 'csv') =>
    `${ROOT}/reports/${part(period)}/report.${format}`,
  liveAddress: (since: number) => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    return `${scheme}://${location.host}${ROOT}/live?since=${since}`;
  },
};
