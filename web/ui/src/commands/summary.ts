import type { Command } from '../api/terminalTypes';
import type { Dictionary } from '../i18n/zh';
import { parameterByName } from './parameters';

/** The arguments of a command in a few words; what was taken from the plan is told by its name. */
export function summaryOf({ kind, arguments: args }: Pick<Command, 'kind' | 'arguments'>, t: Dictionary): string {
  switch (kind) {
    case 'SNAPSHOT':
      return `${t.media.channel(Number(args.channel ?? 1))} · ${t.command.pictureCount(Number(args.count ?? 1))}`;
    case 'TRACK':
      return args.intervalSeconds === 0 ? t.command.trackEnds : `${args.intervalSeconds} s / ${args.durationSeconds ?? 600} s`;
    case 'WRITE_PARAMETERS':
      return list(args.parameters, ({ name, value }) => `${parameterName(String(name), t)} = ${value}`);
    case 'READ_PARAMETERS':
      return Array.isArray(args.names) ? args.names.map((name) => parameterName(String(name), t)).join(', ') : t.common.all;
    case 'DELETE_AREA':
    case 'DELETE_ROUTE':
      return Array.isArray(args.ids) ? args.ids.join(', ') : t.common.all;
    default:
      return String(args.text ?? args.name ?? '');
  }
}

function parameterName(name: string, t: Dictionary): string {
  return (t.locale.startsWith('zh') && parameterByName(name)?.title) || name;
}

function list(value: unknown, word: (one: Record<string, unknown>) => string): string {
  return Array.isArray(value) ? value.map(word).join(', ') : '';
}
