import { Button, Input, Select } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { PacketAnnotation } from '../../api/terminalTypes';
import { useRequest } from '../../common/hooks';
import { useRoute } from '../../common/route';
import { Nothing } from '../../common/States';
import { useLanguage } from '../../i18n/language';
import { DeviceTabs } from '../devices/DeviceTabs';
import { EXAMPLE } from './example';
import { PacketDesk, Verdict } from './PacketDesk';

const MOST_DIGITS = 32 * 1024;

interface Asked {
  packets: PacketAnnotation[];
  error: string;
  asking: boolean;
}

const NOTHING: Asked = { packets: [], error: '', asking: false };

/** 报文解析: hexadecimal packets, byte by byte. */
export default function InspectorPage() {
  const { t } = useLanguage();
  const profiles = useRequest(() => api.packetProfiles(), []);
  const [hex, setHex] = useState('');
  const [profile, setProfile] = useState('');
  const [asked, setAsked] = useState(NOTHING);
  const [shown, setShown] = useState(0);
  const inspect = useCallback((digits: string, with_: string) => {
    setAsked((old) => ({ ...old, error: '', asking: true }));
    api.inspect(digits, with_).then(
      ({ packets }) => {
        setAsked({ packets, error: '', asking: false });
        setShown(0);
      },
      (error: Error) => setAsked({ packets: [], error: error.message, asking: false }),
    );
  }, []);
  const given = useRoute().query.get('hex') ?? '';
  useEffect(() => {
    if (given === '') return;
    setHex(given);
    inspect(given, '');
  }, [given, inspect]);
  const example = () => {
    setHex(EXAMPLE.hex);
    setProfile(EXAMPLE.profile);
    inspect(EXAMPLE.hex, EXAMPLE.profile);
  };
  const names = profiles.data?.profiles ?? [];
  const packet = asked.packets[shown];
  return (
    <div className="inspector">
      <DeviceTabs shown="inspector" />
      <form
        className="panel inspector-ask"
        onSubmit={(event) => {
          event.preventDefault();
          inspect(hex, profile);
        }}
      >
        <Input.TextArea
          value={hex}
          onChange={(event) => setHex(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) inspect(hex, profile);
          }}
          placeholder={t.inspector.placeholder}
          aria-label={t.inspector.placeholder}
          maxLength={MOST_DIGITS}
          autoSize={{ minRows: 3, maxRows: 5 }}
          spellCheck={false}
          className="mono"
        />
        <div className="inspector-buttons">
          <Select
            value={profile}
            onChange={setProfile}
            aria-label={t.inspector.profile}
            options={[{ value: '', label: t.inspector.noProfile }, ...names.map((name) => ({ value: name, label: name }))]}
          />
          <Button type="primary" htmlType="submit" loading={asked.asking} disabled={hex.trim() === ''}>
            {t.inspector.inspect}
          </Button>
          <Button onClick={example}>{t.inspector.example}</Button>
        </div>
      </form>
      {asked.packets.length > 1 && <PacketTabs packets={asked.packets} shown={shown} show={setShown} />}
      {asked.error && (
        <p className="panel inspector-failed" role="alert">
          {asked.error}
        </p>
      )}
      {packet ? <PacketDesk key={shown} packet={packet} /> : <div className="panel fill">{!asked.error && <Nothing title={t.inspector.empty} hint={t.inspector.emptyHint} />}</div>}
    </div>
  );
}

function PacketTabs({ packets, shown, show }: { packets: PacketAnnotation[]; shown: number; show: (index: number) => void }) {
  const { t, language } = useLanguage();
  return (
    <nav className="panel packet-tabs" aria-label={t.inspector.packets}>
      {packets.map((packet, i) => (
        <button key={i} type="button" className={i === shown ? 'on' : ''} aria-pressed={i === shown} onClick={() => show(i)}>
          <b className="number">{i + 1}</b>
          <span className="mono">{packet.message.id}</span>
          {(language === 'zh' && packet.message.title) || packet.message.name}
          <Verdict packet={packet} />
        </button>
      ))}
    </nav>
  );
}
