import type { Unknown } from '../../api/terminalTypes';
import { routeTo } from '../../common/route';
import { monthDayTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { packetOf } from './sample';

/** Each thing that is not understood: what it is, how often and since when, and samples of it. */
export function UnknownTable({ rows }: { rows: readonly (Unknown & { terminals?: number })[] }) {
  const t = useText();
  return (
    <ol className="unknown">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id} ${row.length} ${row.detail}`}>
          <p>
            <b title={t.terminal.unknownHint[row.kind]}>{t.terminal.unknownKind[row.kind]}</b>
            {row.id && <span className="mono">{row.id}</span>}
            {row.length !== null && <span>{t.inspector.byteCount(row.length)}</span>}
            {row.detail && <span className="dim">{word({ ...t.inspector.errors, ...t.inspector.deviations }, row.detail)}</span>}
            <span className="number unknown-count">{t.terminal.times(row.count.toLocaleString(t.locale))}</span>
          </p>
          <p className="dim number">
            {monthDayTime(row.first)} – {monthDayTime(row.last)}
            {row.terminals !== undefined && ` · ${t.terminal.ofTerminals(row.terminals)}`}
          </p>
          {row.samples.map((sample, index) => (
            <Sample key={index} row={row} sample={sample} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Sample({ row, sample }: { row: Unknown; sample: string }) {
  const t = useText();
  const packet = packetOf(row, sample);
  return (
    <div className="unknown-sample">
      <code className="hex">{sample}</code>
      {packet && <a href={routeTo('inspector', '', { hex: packet })}>{t.terminal.inspect}</a>}
    </div>
  );
}
