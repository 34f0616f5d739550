import { Fragment, useEffect, useRef } from 'react';
import type { PacketAnnotation, PacketProblem, PacketRow } from '../../api/terminalTypes';
import { useLanguage, word } from '../../i18n/language';
import { chineseDetail, chineseName, chineseValue, groups, lastName } from './fields';
import { errorsBehind, moved, range } from './packet';

interface Props {
  packet: PacketAnnotation;
  chosen: number;
  /** whether the choice was made in the dump, so that the row must come into sight */
  follow: boolean;
  choose: (row: number) => void;
}

/** The annotated table: which bytes are which field, and what they say. */
export function FieldTable({ packet, chosen, follow, choose }: Props) {
  const { t } = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (follow) table.current?.querySelector('tr.on')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, follow]);
  return (
    <table className="fields" ref={table} onMouseLeave={() => choose(-1)}>
      <thead>
        <tr>
          <th>{t.inspector.offset}</th>
          <th>{t.inspector.hex}</th>
          <th>{t.inspector.field}</th>
          <th>{t.inspector.value}</th>
        </tr>
      </thead>
      <tbody>
        {packet.rows.map((row, i) => (
          <Fragment key={i}>
            {!row.detail && row.section !== packet.rows[i - 1]?.section && (
              <tr className={`section ${row.section}`}>
                <td colSpan={4}>{t.inspector.sections[row.section]}</td>
              </tr>
            )}
            <FieldRow packet={packet} row={row} on={i === chosen} choose={() => choose(i)} />
            {errorsBehind(packet, i).map((error) => (
              <ErrorRow key={error.error + error.from} error={error} />
            ))}
          </Fragment>
        ))}
        {packet.rows.length === 0 && packet.errors.map((error) => <ErrorRow key={error.error} error={error} />)}
      </tbody>
    </table>
  );
}

function FieldRow({ packet, row, on, choose }: { packet: PacketAnnotation; row: PacketRow; on: boolean; choose: () => void }) {
  const { t } = useLanguage();
  return (
    <tr className={`${row.detail ? 'detail' : ''} ${on ? 'on' : ''}`} data-path={row.path} onMouseEnter={choose}>
      <td className="number">
        {!row.detail && range(row.from, row.to)}
        {!row.detail && moved(row) && <small title={t.inspector.wire}>@{range(row.wireFrom, row.wireTo)}</small>}
      </td>
      <td className="mono">{row.detail ? row.bits && t.inspector.bit(row.bits.replace('-', '–')) : <HexText hex={row.hex} />}</td>
      <td>
        <FieldName messageId={packet.message.id} row={row} />
      </td>
      <td>
        <FieldValue messageId={packet.message.id} row={row} />
      </td>
    </tr>
  );
}

const SHOWN_BYTES = 12;

function HexText({ hex }: { hex: string }) {
  const { t } = useLanguage();
  const bytes = hex.length / 2;
  const shown = (hex.slice(0, 2 * SHOWN_BYTES).match(/../g) ?? []).join(' ');
  return bytes <= SHOWN_BYTES ? (
    <>{shown}</>
  ) : (
    <>
      {shown} … <small className="dim">{t.inspector.byteCount(bytes)}</small>
    </>
  );
}

function FieldName({ messageId, row }: { messageId: string; row: PacketRow }) {
  const { language } = useLanguage();
  const chinese = language === 'zh' ? chineseName(messageId, row.path) : null;
  const inside = groups(row.path);
  return (
    <span className="field" style={{ paddingLeft: 14 * (inside.length + (row.detail ? 1 : 0)) }}>
      {inside.length > 0 && !row.detail && <em>{inside[inside.length - 1].replace(/^\w+/, '')}</em>}
      {chinese ?? lastName(row.path)}
      {chinese && <code>{lastName(row.path)}</code>}
    </span>
  );
}

function FieldValue({ messageId, row }: { messageId: string; row: PacketRow }) {
  const { t, language } = useLanguage();
  const meaning = language === 'zh' ? chineseValue(messageId, row.path, row.value) : null;
  const flag = row.detail && /^(.*\.)?(alarms|status)\.[A-Z]/.test(row.path);
  if (flag) return <b className="flag">{t.inspector.set}</b>;
  return (
    <>
      <b>{row.value}</b> {row.unit && <span className="dim">{word(t.inspector.units, row.unit)}</span>}
      {meaning && <span className="meaning">{meaning}</span>}
    </>
  );
}

function ErrorRow({ error }: { error: PacketProblem }) {
  const { t, language } = useLanguage();
  return (
    <tr className="error" role="alert">
      <td className="number">{error.from}</td>
      <td colSpan={3}>
        <b>{word(t.inspector.errors, error.error)}</b> {language === 'zh' ? chineseDetail(error.detail) : error.detail}
      </td>
    </tr>
  );
}
