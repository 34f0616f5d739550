/** What the server sends of terminals: packets, commands, media, safety alarms, what is unknown. */
/** A run of bytes of a packet; a detail explains the bytes of the row above once more. */
export interface PacketRow {
  section: 'HEADER' | 'BODY' | 'CHECKSUM';
  from: number;
  to: number;
  wireFrom: number;
  wireTo: number;
  hex: string;
  detail: boolean;
  bits: string;
  path: string;
  value: string;
  unit: string;
}

export interface PacketProblem {
  error: string;
  detail: string;
  from: number;
  to: number;
}

/** A packet, byte by byte. */
export interface PacketAnnotation {
  ok: boolean;
  joined: boolean;
  message: { id: string; name: string; title: string; clause: string; version: string };
  hex: string;
  rows: PacketRow[];
  readings: { name: string; value: string }[];
  deviations: string[];
  errors: PacketProblem[];
}

export type CommandKind =
  | 'LOCATE'
  | 'TRACK'
  | 'TEXT'
  | 'SNAPSHOT'
  | 'SEND_AREA'
  | 'DELETE_AREA'
  | 'SEND_ROUTE'
  | 'DELETE_ROUTE'
  | 'QUERY_ATTRIBUTES'
  | 'QUERY_RECORDER_VEHICLE'
  | 'READ_PARAMETERS'
  | 'WRITE_PARAMETERS'
  | 'RESTART';
export type CommandState = 'QUEUED' | 'SENT' | 'ANSWERED' | 'REFUSED' | 'TIMED_OUT' | 'EXPIRED';

/** Something that was asked of a terminal. */
export interface Command {
  id: string;
  plate: string;
  kind: CommandKind;
  arguments: Record<string, unknown>;
  reason: string;
  /** Null: the system itself. */
  requestedBy: string | null;
  createdAt: string;
  expiresAt: string;
  state: CommandState;
  tries: number;
  sentAt: string | null;
  answeredAt: string | null;
  result: number | null;
  detail: string;
}

export interface StoredMessage {
  messageId: string;
  version: string;
  hex: string;
  message: string | null;
  body: Record<string, unknown> | null;
}

export interface CommandDetail extends Command {
  history: { at: string; state: CommandState; tries: number; detail: string }[];
  sent: StoredMessage | null;
  reply: StoredMessage | null;
  recorderVin: RecorderVin | null;
}

/** By which VIN a driving recorder knows its vehicle, beside the register as it is now; empty where there is none. */
export interface RecorderVin {
  told: string;
  registered: string;
  agreement: 'SAME' | 'OTHER' | 'NOT_SET' | 'NOT_ON_FILE';
}

export interface CommandWish {
  kind: CommandKind;
  arguments: Record<string, unknown>;
  reason?: string;
  expiresInSeconds?: number;
}

/** A picture, a sound, a clip or another file of a vehicle. */
export interface Media {
  id: string;
  url: string;
  contentType: string;
  plate: string;
  kind: 'IMAGE' | 'AUDIO' | 'VIDEO' | 'TEXT' | 'OTHER';
  format: string;
  event: string;
  /** 0: the terminal does not say. */
  channel: number;
  time: string;
  takenAt: string | null;
  receivedAt: string;
  source: 'COMMAND' | 'TERMINAL' | 'ATTACHMENT' | 'CAMERA';
  size: number;
  sha256: string;
  fileName: string;
  commandId: number | null;
  safetyAlarmId: number | null;
}

/** What a vehicle's own driving assistance has raised. */
export interface SafetyAlarm {
  id: number;
  kind: string;
  kindTitle: string;
  type: number;
  titles: string[];
  /** 0 where the kind has none. */
  level: number;
  phase: 'EVENT' | 'START' | 'END';
  number: number;
  time: string;
  end: string | null;
  received: string;
  speedKmh: number;
  lon: number;
  lat: number;
  attachments: number;
  complete: boolean;
  media: number[];
}

export interface Terminal {
  phone: string;
  plate: string;
  company: string;
  online: boolean;
  manufacturer: string;
  model: string;
  terminalId: string;
  imei: string;
  firmware: string;
  version: string;
  header: string;
  registeredProfile: string;
  profile: string;
  profileBy: '' | 'REGISTER' | 'MATCH' | 'STANDARD';
  messages: number;
  firstSeen: string | null;
  lastSeen: string | null;
  unknownKinds: number;
  unknownCount: number;
}

/** Something that terminals send and that is not understood. */
export interface Unknown {
  kind: 'MESSAGE' | 'ITEM' | 'ITEM_LENGTH' | 'TRANSPARENT' | 'TRAILING' | 'DEVIATION' | 'MALFORMED' | 'FRAME' | 'OVERFLOW';
  id: string;
  length: number | null;
  detail: string;
  count: number;
  first: string;
  last: string;
  samples: string[];
}

export interface UnknownOfModel extends Unknown {
  manufacturer: string;
  model: string;
  terminals: number;
}
