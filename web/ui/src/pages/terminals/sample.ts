import type { Unknown } from '../../api/terminalTypes';

const BASIC_BYTES = 28;
const PHONE = '000000000000';

/**
 * A whole packet of 2013 round a sample, for the inspector: what was sampled is only the odd part.
 * Null where there are no bytes, or not all that belong together.
 */
export function packetOf({ kind, id, length }: Pick<Unknown, 'kind' | 'id' | 'length'>, sample: string): string | null {
  if (sample === '') return null;
  const number = parseInt(id, 16);
  switch (kind) {
    case 'FRAME':
      return sample;
    case 'MESSAGE':
    case 'MALFORMED':
      return frame(number, sample);
    case 'TRANSPARENT':
      return frame(0x0900, sample);
    case 'ITEM':
    case 'ITEM_LENGTH':
      return sample.length / 2 === length ? frame(0x0200, '00'.repeat(BASIC_BYTES - 6) + '260101000000' + hex(number, 1) + hex(length, 1) + sample) : null;
    default:
      return null;
  }
}

function hex(number: number, bytes: number): string {
  return number.toString(16).padStart(2 * bytes, '0');
}

function frame(messageId: number, body: string): string {
  const plain = hex(messageId, 2) + hex(body.length / 2, 2) + PHONE + '0000' + body;
  const bytes = (plain.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
  const checksum = bytes.reduce((sum, byte) => sum ^ byte, 0);
  const escaped = [...bytes, checksum].map((byte) => (byte === 0x7e ? '7d02' : byte === 0x7d ? '7d01' : hex(byte, 1)));
  return `7e${escaped.join('')}7e`;
}
