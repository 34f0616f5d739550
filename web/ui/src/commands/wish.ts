import type { CommandKind } from '../api/terminalTypes';
import { isNumber, parameterByName } from './parameters';

/** What stands in the form of a command; only what its kind asks for is sent. */
export interface CommandForm {
  text?: string;
  urgent?: boolean;
  display?: boolean;
  speak?: boolean;
  advertisingScreen?: boolean;
  intervalSeconds?: number;
  durationSeconds?: number;
  channel?: number;
  count?: number;
  resolution?: string;
  quality?: number;
  names?: string[];
  parameters?: { name: string; value: string | number }[];
  placeId?: string;
  routeId?: string;
  alarmOnEntry?: boolean;
  alarmOnExit?: boolean;
  ids?: string[];
  reason?: string;
  expiresInSeconds: number;
}

const NAMES: Record<CommandKind, readonly (keyof CommandForm)[]> = {
  LOCATE: [],
  TRACK: ['intervalSeconds', 'durationSeconds'],
  TEXT: ['text', 'urgent', 'display', 'speak', 'advertisingScreen'],
  SNAPSHOT: ['channel', 'count', 'intervalSeconds', 'resolution', 'quality'],
  SEND_AREA: ['placeId', 'alarmOnEntry', 'alarmOnExit'],
  DELETE_AREA: [],
  SEND_ROUTE: ['routeId', 'alarmOnEntry', 'alarmOnExit'],
  DELETE_ROUTE: [],
  QUERY_ATTRIBUTES: [],
  QUERY_RECORDER_VEHICLE: [],
  READ_PARAMETERS: [],
  WRITE_PARAMETERS: [],
  RESTART: [],
};

export const INITIAL: CommandForm = {
  urgent: false,
  display: true,
  speak: true,
  advertisingScreen: false,
  durationSeconds: 600,
  channel: 1,
  count: 1,
  resolution: 'R640X480',
  quality: 5,
  alarmOnEntry: true,
  alarmOnExit: true,
  expiresInSeconds: 3600,
};

/** Without a reason these are refused. */
export function needsReason(kind: CommandKind): boolean {
  return kind === 'RESTART' || kind === 'WRITE_PARAMETERS';
}

export function argumentsOf(kind: CommandKind, form: CommandForm): Record<string, unknown> {
  if (kind === 'READ_PARAMETERS') return form.names?.length ? { names: form.names } : {};
  if (kind === 'DELETE_AREA' || kind === 'DELETE_ROUTE') return form.ids?.length ? { ids: form.ids } : { all: true };
  if (kind === 'WRITE_PARAMETERS') return { parameters: (form.parameters ?? []).map(({ name, value }) => ({ name, value: typed(name, value) })) };
  return Object.fromEntries(NAMES[kind].map((name) => [name, form[name]]).filter(([, value]) => value !== undefined && value !== null));
}

function typed(name: string, value: string | number): string | number {
  const parameter = parameterByName(name);
  return parameter && isNumber(parameter) ? Number(value) : String(value);
}

/** Bytes of a text in GBK, of which a message takes 1024: one for ASCII, two for the rest. */
export function gbkBytes(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\x80' ? 1 : character.length > 1 ? 4 : 2), 0);
}
