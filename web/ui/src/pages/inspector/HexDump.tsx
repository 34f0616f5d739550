import { useMemo } from 'react';
import type { PacketAnnotation } from '../../api/terminalTypes';
import { useText } from '../../i18n/language';
import { dumpLines, isWrong, rowOfByte } from './packet';

/** The bytes in lines of sixteen; those of the chosen row stand out, and a byte chooses its row. */
export function HexDump({ packet, chosen, choose }: { packet: PacketAnnotation; chosen: number; choose: (row: number) => void }) {
  const t = useText();
  const lines = useMemo(() => dumpLines(packet.hex), [packet]);
  const owners = useMemo(() => Array.from({ length: packet.hex.length / 2 }, (_, at) => rowOfByte(packet.rows, at)), [packet]);
  const row = packet.rows[chosen];
  return (
    <div className="dump" role="figure" aria-label={t.inspector.bytes} onMouseLeave={() => choose(-1)}>
      {lines.map((line) => (
        <div key={line.offset} className="dump-line">
          <span className="dim">{line.offset.toString().padStart(4, '0')}</span>
          {line.bytes.map((byte, i) => {
            const at = line.offset + i;
            const owner = owners[at];
            const on = row !== undefined && at >= row.from && at < row.to;
            const section = packet.rows[owner]?.section ?? 'BODY';
            return (
              <i
                key={at}
                data-at={at}
                className={`${section} ${on ? 'on' : ''} ${isWrong(packet.errors, at) ? 'wrong' : ''}`}
                onMouseEnter={() => choose(owner)}
              >
                {byte}
              </i>
            );
          })}
        </div>
      ))}
    </div>
  );
}
