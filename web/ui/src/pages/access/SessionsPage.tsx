import { App, Button, Table, Tag, type TableColumnsType } from 'antd';
import type { OpenSession } from '../../api/accessTypes';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { mayAdminister, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { AccessTabs } from './AccessTabs';
import { agentName } from './agent';

/** 登录会话: one's own; the administrator's, everybody's. */
export default function SessionsPage() {
  const t = useText();
  const user = useUser();
  const { message, modal } = App.useApp();
  const request = useRequest(() => api.sessions(), []);
  const words = t.access;
  const revoke = (one: OpenSession) =>
    modal.confirm({
      title: `${words.revoke} · ${one.displayName}`,
      content: words.revokeAsk,
      okText: t.common.ok,
      cancelText: t.common.cancel,
      onOk: () => api.revokeSession(one.id).then(request.reload, (error: Error) => void message.error(error.message)),
    });
  const time = (iso: string) => <span className="number">{monthDayTime(iso)}</span>;
  const columns: TableColumnsType<OpenSession> = [
    ...(mayAdminister(user) ? [{ title: words.who, width: 190, ellipsis: true, render: (_: unknown, one: OpenSession) => `${one.displayName} (${one.login})` }] : []),
    { title: words.device, ellipsis: true, render: (_, one) => <span title={one.agent}>{agentName(one.agent) || words.unknownAgent}</span> },
    { title: words.origin, width: 150, ellipsis: true, dataIndex: 'origin' },
    { title: words.began, width: 116, render: (_, one) => time(one.createdAt) },
    { title: words.seen, width: 116, render: (_, one) => time(one.seenAt) },
    { title: words.expires, width: 116, render: (_, one) => time(one.expiresAt) },
    {
      width: 110,
      render: (_, one) =>
        one.current ? (
          <Tag color="green">{words.own}</Tag>
        ) : (
          <Button type="link" size="small" danger onClick={() => revoke(one)} data-revoke={one.id}>
            {words.revoke}
          </Button>
        ),
    },
  ];
  return (
    <div className="ledger">
      <AccessTabs shown="sessions" />
      <Loaded request={request}>
        {({ sessions }) => (
          <div className="fill panel" data-sessions={sessions.length} style={{ overflowY: 'auto' }}>
            {sessions.length === 0 ? (
              <Nothing title={words.noSessions} />
            ) : (
              <Table<OpenSession> size="small" rowKey="id" columns={columns} dataSource={sessions} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 880 }} />
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}
