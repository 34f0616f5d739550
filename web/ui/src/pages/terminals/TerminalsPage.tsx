import { Drawer, Input, Segmented, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { Terminal } from '../../api/terminalTypes';
import { ExportMenu } from '../../common/ExportMenu';
import { useRequest, useSize } from '../../common/hooks';
import { VehicleLink } from '../../common/Marks';
import { opens } from '../../common/opens';
import { go, useRoute } from '../../common/route';
import { Forbidden, Loaded, Nothing } from '../../common/States';
import { maySeeTerminals, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import '../../style/terminals.css';
import { DeviceTabs } from '../devices/DeviceTabs';
import { ModelList } from './ModelList';
import { UnknownTable } from './UnknownTable';

const HEADER = 36;
const SHOWN = ['ALL', 'OFFLINE', 'UNKNOWN', 'MODELS'] as const;
type Shown = (typeof SHOWN)[number];

/** 终端: the devices, and what they send that nobody has told us the meaning of. */
export default function TerminalsPage() {
  const user = useUser();
  return maySeeTerminals(user) ? <Register /> : <Forbidden />;
}

function Register() {
  const t = useText();
  const { argument: phone } = useRoute();
  const [shown, setShown] = useState<Shown>('ALL');
  const [search, setSearch] = useState('');
  const request = useRequest(() => api.terminals(), []);
  const opened = request.data?.terminals.find((terminal) => terminal.phone === phone);
  return (
    <div className="ledger" data-terminals={request.data ? 'ready' : 'loading'}>
      <DeviceTabs shown="terminals" />
      <div className="toolbar">
        <Segmented<Shown> value={shown} onChange={setShown} options={SHOWN.map((value) => ({ value, label: t.terminal.show[value] }))} />
        {shown !== 'MODELS' && <Input.Search allowClear placeholder={t.terminal.search} aria-label={t.terminal.search} value={search} onChange={({ target }) => setSearch(target.value)} style={{ width: 230 }} />}
        <ExportMenu table="terminals" />
        {request.data && <Sum terminals={request.data.terminals} />}
      </div>
      {shown === 'MODELS' ? (
        <ModelList />
      ) : (
        <Loaded request={request}>{({ terminals }) => <Terminals terminals={terminals.filter((one) => fits(one, shown, search))} />}</Loaded>
      )}
      <Drawer open={opened !== undefined} size={Math.min(620, window.innerWidth)} title={opened && `${opened.plate || opened.phone} · ${opened.manufacturer} ${opened.model}`} onClose={() => go('terminals')}>
        {opened && <Unknowns phone={opened.phone} />}
      </Drawer>
    </div>
  );
}

function fits(terminal: Terminal, shown: Shown, search: string): boolean {
  if (shown === 'OFFLINE' && terminal.online) return false;
  if (shown === 'UNKNOWN' && terminal.unknownKinds === 0) return false;
  const { plate, phone, manufacturer, model, terminalId, company, profile } = terminal;
  const wanted = search.trim().toLowerCase();
  return wanted === '' || [plate, phone, manufacturer, model, terminalId, company, profile].some((text) => text.toLowerCase().includes(wanted));
}

function Sum({ terminals }: { terminals: readonly Terminal[] }) {
  const t = useText();
  const online = terminals.filter((one) => one.online).length;
  const odd = terminals.filter((one) => one.unknownKinds > 0).length;
  return <span className="dim">{t.terminal.sum(terminals.length, online, odd)}</span>;
}

function columnsOf(t: Dictionary): TableColumnsType<Terminal> {
  const number = (text: string) => <span className="number">{text}</span>;
  return [
    { title: t.column.plate, width: 108, fixed: 'left', render: (_, one) => <VehicleLink plate={one.plate} />, sorter: (a, b) => a.plate.localeCompare(b.plate) },
    { title: t.column.state, width: 74, render: (_, one) => <span className={one.online ? 'good' : 'dim'}>{one.online ? t.live.online : t.live.offline}</span>, sorter: (a, b) => Number(b.online) - Number(a.online) },
    { title: t.terminal.phone, width: 130, render: (_, one) => number(one.phone) },
    { title: t.terminal.manufacturer, width: 110, ellipsis: true, render: (_, one) => one.manufacturer || '—', sorter: (a, b) => a.manufacturer.localeCompare(b.manufacturer) },
    { title: t.terminal.model, width: 130, ellipsis: true, render: (_, one) => one.model || '—', sorter: (a, b) => a.model.localeCompare(b.model) },
    { title: t.terminal.firmware, width: 120, ellipsis: true, render: (_, one) => one.firmware || '—' },
    { title: t.terminal.version, width: 90, render: (_, one) => one.version || '—', sorter: (a, b) => a.version.localeCompare(b.version) },
    { title: t.terminal.profile, width: 200, ellipsis: true, render: (_, one) => <span>{one.profile || one.registeredProfile} {one.profileBy && <span className="dim">{word(t.terminal.by, one.profileBy)}</span>}</span> },
    { title: t.terminal.lastSeen, width: 116, render: (_, one) => number(one.lastSeen ? monthDayTime(one.lastSeen) : '—'), sorter: (a, b) => (a.lastSeen ?? '').localeCompare(b.lastSeen ?? '') },
    { title: t.terminal.messages, width: 92, align: 'right', render: (_, one) => number(one.messages.toLocaleString(t.locale)), sorter: (a, b) => a.messages - b.messages },
    { title: t.terminal.unknown, width: 92, align: 'right', render: (_, one) => (one.unknownKinds === 0 ? number('0') : <b className="warn number">{one.unknownKinds}</b>), sorter: (a, b) => b.unknownKinds - a.unknownKinds || b.unknownCount - a.unknownCount },
    { title: t.column.company, width: 190, ellipsis: true, dataIndex: 'company' },
  ];
}

function Terminals({ terminals }: { terminals: Terminal[] }) {
  const t = useText();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <div className="fill panel" ref={box}>
      <Table<Terminal>
        size="small"
        virtual
        rowKey="phone"
        columns={columns}
        dataSource={terminals}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ x: 1452, y: Math.max(100, height - HEADER) }}
        onRow={(one) => opens(() => go('terminals', one.phone), { 'data-row': one.phone })}
      />
    </div>
  );
}

function Unknowns({ phone }: { phone: string }) {
  const t = useText();
  const request = useRequest(() => api.unknownOfTerminal(phone), [phone]);
  return <Loaded request={request}>{({ unknown }) => (unknown.length === 0 ? <Nothing title={t.terminal.allKnown} hint={t.terminal.allKnownHint} /> : <UnknownTable rows={unknown} />)}</Loaded>;
}
