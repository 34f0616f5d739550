import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { AuditLine } from '../../api/auditTypes';
import { useSize } from '../../common/hooks';
import { routeTo } from '../../common/route';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';

const HEADER = 36;
/** Where the server itself says that it did something. */
const SYSTEM = 'system';
const PAGES: Readonly<Record<string, string>> = { alert: 'review', case: 'cases' };

/** What has a page of its own is a click away. */
function ObjectLink({ object }: { object: string }) {
  const [kind, id] = object.split('/');
  const page = PAGES[kind];
  return page && id ? <a href={routeTo(page, id)}>{object}</a> : <span title={object}>{object}</span>;
}

/** The particulars without the signs of their notation; as they are filed they stand in the title. */
function toldOf(detail: string): string {
  return Object.entries(JSON.parse(detail) as Record<string, unknown>)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}

function columnsOf(t: Dictionary): TableColumnsType<AuditLine> {
  return [
    { title: '#', width: 80, align: 'right', render: (_, line) => <span className="number dim">{line.id}</span> },
    { title: t.audit.time, width: 170, render: (_, line) => <span className="number">{dateTime(line.at)}</span> },
    { title: t.audit.user, width: 170, ellipsis: true, render: (_, line) => (line.login ? `${line.user} (${line.login})` : <span className="dim">{line.origin === SYSTEM ? t.audit.system : t.audit.nobody}</span>) },
    { title: t.audit.action, width: 140, render: (_, line) => t.audit.actions[line.action] ?? line.action },
    { title: t.audit.object, width: 190, ellipsis: true, render: (_, line) => <ObjectLink object={line.object} /> },
    { title: t.audit.detail, ellipsis: true, render: (_, line) => <code title={line.detail}>{toldOf(line.detail)}</code> },
    { title: t.audit.origin, width: 130, ellipsis: true, render: (_, line) => <span className="dim">{line.origin}</span> },
    { title: t.audit.hash, width: 110, render: (_, line) => <code className="dim" title={line.hash}>{line.hash.slice(0, 10)}</code> },
  ];
}

export function AuditTable({ lines }: { lines: AuditLine[] }) {
  const t = useText();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <div className="fill panel" ref={box}>
      <Table<AuditLine> size="small" rowKey="id" columns={columns} dataSource={lines} pagination={false} scroll={{ x: 1180, y: Math.max(100, height - HEADER) }} />
    </div>
  );
}
