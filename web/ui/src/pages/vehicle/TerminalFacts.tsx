import { api } from '../../api/api';
import type { Terminal } from '../../api/terminalTypes';
import { useRequest } from '../../common/hooks';
import { routeTo } from '../../common/route';
import { Loaded } from '../../common/States';
import { dateTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { Facts } from './Facts';

/** What the terminal says of itself, and how it is read. */
export function TerminalFacts({ plate }: { plate: string }) {
  const t = useText();
  const request = useRequest(() => api.terminals(plate), [plate]);
  return (
    <>
      <h2>{t.terminal.title}</h2>
      <Loaded request={request}>
        {({ terminals }) => {
          const terminal = terminals.find((one) => one.plate === plate);
          return terminal ? <Shown terminal={terminal} /> : <p className="dim">{t.terminal.none}</p>;
        }}
      </Loaded>
    </>
  );
}

function Shown({ terminal }: { terminal: Terminal }) {
  const t = useText();
  const at = (time: string | null) => (time ? dateTime(time) : '—');
  return (
    <Facts
      rows={[
        [t.terminal.phone, terminal.phone],
        [t.terminal.online, <span key="o" className={terminal.online ? 'good' : 'dim'}>{terminal.online ? t.live.online : t.live.offline}</span>],
        [t.terminal.manufacturer, terminal.manufacturer || '—'],
        [t.terminal.model, terminal.model || '—'],
        [t.terminal.firmware, terminal.firmware || '—'],
        [t.terminal.version, terminal.version ? `JT/T 808-${terminal.version}` : '—'],
        [t.terminal.profile, `${terminal.profile || terminal.registeredProfile}${terminal.profileBy ? ` · ${word(t.terminal.by, terminal.profileBy)}` : ''}`],
        [t.terminal.terminalId, terminal.terminalId || '—'],
        ['IMEI', terminal.imei || '—'],
        [t.terminal.messages, terminal.messages.toLocaleString(t.locale)],
        [t.terminal.firstSeen, at(terminal.firstSeen)],
        [t.terminal.lastSeen, at(terminal.lastSeen)],
        [
          t.terminal.unknown,
          terminal.unknownKinds === 0 ? t.terminal.allKnown : <a key="u" href={routeTo('terminals', terminal.phone)}>{t.terminal.kinds(terminal.unknownKinds)}</a>,
        ],
      ]}
    />
  );
}
