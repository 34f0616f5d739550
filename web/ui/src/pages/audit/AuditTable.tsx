import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { AuditLine } from '../../api/auditTypes';
import { useSize } from '../../common/hooks';
import { routeTo } from '../../common/route';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { detailText, objectText } from './told';

const HEADER = 36;
/** Where the server itself says that it did something. */
const SYSTEM = 'system';
const PAGES: Readonly<Record<string, string>> = { alert: 'review', case: 'cases' };

/** What has a page of its own is a click away. */
function ObjectLink({ object, t }: { object: string; t: Dictionary }) {
  const [kind, id] = object.split('/');
  const page = PAGES[kind];
  const text = objectText(object, t);
  return page && id ? <a href={routeTo(page, id)}>{text}</a> : <span title={object}>{text}</span>;
}

function columnsOf(t: Dictionary): TableColumnsType<AuditLine> {
  return [
    { title: '#', width: 80, align: 'right', render: (_, line) => <span className="number dim">{line.id}</span> },
    { title: t.audit.time, width: 170, render: (_, line) => <span className="number">{dateTime(line.at)}</span> },
    { title: t.audit.user, width: 170, ellipsis: true, render: (_, line) => (line.login ? `${line.user} (${line.login})` : <span className="dim">{line.origin === SYSTEM ? t.audit.system : t.audit.nobody}</span>) },
    { title: t.audit.action, width: 140, render: (_, line) => t.audit.actions[line.action] ?? line.action },
    { title: t.audit.object, width: 190, ellipsis: true, render: (_, line) => <ObjectLink object={line.object} t={t} /> },
    { title: t.audit.detail, ellipsis: true, render: (_, line) => <span title={line.detail}>{detailText(line.detail, t)}</span> },
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
