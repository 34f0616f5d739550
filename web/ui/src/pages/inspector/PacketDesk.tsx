import { useState } from 'react';
import type { PacketAnnotation } from '../../api/terminalTypes';
import { useLanguage, word } from '../../i18n/language';
import { chineseDetail } from './fields';
import { FieldTable } from './FieldTable';
import { HexDump } from './HexDump';

/** One packet: what it is, its fields, its bytes. Fields and bytes point at each other. */
export function PacketDesk({ packet }: { packet: PacketAnnotation }) {
  const [chosen, setChosen] = useState({ row: -1, follow: false });
  return (
    <div className="packet-desk">
      <section className="panel packet-fields">
        <FieldTable packet={packet} chosen={chosen.row} follow={chosen.follow} choose={(row) => setChosen({ row, follow: false })} />
      </section>
      <section className="panel packet-side">
        <PacketHead packet={packet} />
        <HexDump packet={packet} chosen={chosen.row} choose={(row) => setChosen({ row, follow: true })} />
      </section>
    </div>
  );
}

function PacketHead({ packet }: { packet: PacketAnnotation }) {
  const { t, language } = useLanguage();
  const { message } = packet;
  return (
    <header className="packet-head">
      <h2>
        <span className="mono">{message.id || '—'}</span> {(language === 'zh' && message.title) || message.name || t.inspector.noMessage}
        <Verdict packet={packet} />
      </h2>
      <dl>
        {message.name && <Fact name={t.inspector.record} value={message.name} />}
        {message.clause && <Fact name={t.inspector.clause} value={message.clause} />}
        {message.version && <Fact name={t.inspector.version} value={message.version} />}
        <Fact name={t.inspector.length} value={t.inspector.byteCount(packet.hex.length / 2)} />
      </dl>
      {packet.deviations.map((name) => (
        <p key={name} className="deviation">
          {word(t.inspector.deviations, name)}
        </p>
      ))}
      {packet.errors.map((error) => (
        <p key={error.error + error.from} className="trouble">
          <b>{word(t.inspector.errors, error.error)}</b> {language === 'zh' ? chineseDetail(error.detail) : error.detail}
        </p>
      ))}
      {packet.readings.length > 0 && (
        <ul className="readings" aria-label={t.inspector.readings}>
          {packet.readings.map(({ name, value }) => (
            <li key={name}>
              <span className="dim">{word(t.sensor, name === 'weightT' ? 'weight' : name)}</span>
              <b>{reading(t, name, value)}</b>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

function reading(t: ReturnType<typeof useLanguage>['t'], name: string, value: string): string {
  if (name === 'weightT') return value === 'null' ? '—' : `${value} t`;
  return word({ ...t.cover, ...t.lift, ...t.switch, ...t.inspector.loads }, value);
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function Verdict({ packet }: { packet: PacketAnnotation }) {
  const { t } = useLanguage();
  if (packet.joined) return <i className="verdict joined">{t.inspector.joined}</i>;
  return packet.ok ? <i className="verdict good">{t.inspector.good}</i> : <i className="verdict wrong">{t.inspector.bad(packet.errors.length)}</i>;
}
