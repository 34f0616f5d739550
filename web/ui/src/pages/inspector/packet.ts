import type { PacketAnnotation, PacketProblem, PacketRow } from '../../api/terminalTypes';

export const LINE_BYTES = 16;

/** One line of the dump. */
export interface DumpLine {
  offset: number;
  bytes: string[];
}

export function dumpLines(hex: string): DumpLine[] {
  const lines: DumpLine[] = [];
  for (let at = 0; at < hex.length; at += 2 * LINE_BYTES) {
    const bytes = hex.slice(at, at + 2 * LINE_BYTES).match(/../g) ?? [];
    lines.push({ offset: at / 2, bytes });
  }
  return lines;
}

/** The row that a byte belongs to, leaving out those that explain bytes once more; -1 where none does. */
export function rowOfByte(rows: PacketRow[], at: number): number {
  return rows.findIndex((row) => !row.detail && at >= row.from && at < row.to);
}

/** The errors that are shown behind a row: those whose place is in it, or at the end behind the last. */
export function errorsBehind(packet: PacketAnnotation, index: number): PacketProblem[] {
  const { rows, errors } = packet;
  const next = rows[index + 1];
  if (next?.detail) return [];
  let first = index;
  while (first > 0 && rows[first].detail) first--;
  const begin = first === 0 ? -1 : rows[first].from;
  const end = next ? next.from : Infinity;
  return errors.filter((error) => error.from >= begin && error.from < end);
}

export function isWrong(errors: PacketProblem[], at: number): boolean {
  return errors.some((error) => at >= error.from && at < error.to);
}

/** Offsets as people count them: `4`, or `4–9`. */
export function range(from: number, to: number): string {
  return to - from <= 1 ? String(from) : `${from}–${to - 1}`;
}

/** Whether escapes have moved a row on the wire. */
export function moved(row: PacketRow): boolean {
  return row.wireFrom !== row.from || row.wireTo !== row.to;
}
