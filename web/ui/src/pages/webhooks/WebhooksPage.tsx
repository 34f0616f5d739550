import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Modal, Table, Tag, Typography, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Webhook } from '../../api/webhookTypes';
import { useRequest } from '../../common/hooks';
import { Forbidden, Loaded, Nothing } from '../../common/States';
import { mayAdminister, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { MessageDrawer } from './MessageDrawer';
import { NewWebhookForm } from './NewWebhookForm';

/** 事件推送: which other systems are told what. A webhook is never deleted, it ends. */
export default function WebhooksPage() {
  return mayAdminister(useUser()) ? <Webhooks /> : <Forbidden />;
}

function Webhooks() {
  const t = useText();
  const request = useRequest(() => api.webhooks(), []);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="ledger">
      <div className="toolbar">
        <b>{t.webhooks.title}</b>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-add-webhook>
          {t.webhooks.add}
        </Button>
      </div>
      <Loaded request={request}>
        {({ webhooks }) => (
          <div className="panel" data-webhooks={webhooks.length}>
            {webhooks.length === 0 ? <Nothing title={t.webhooks.none} hint={t.webhooks.noneHint} /> : <WebhookTable webhooks={webhooks} onOpen={setOpen} onChanged={request.reload} />}
            <MessageDrawer webhook={webhooks.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} onChanged={request.reload} />
          </div>
        )}
      </Loaded>
      {adding && (
        <NewWebhookForm
          onCancel={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
            request.reload();
          }}
        />
      )}
      {secret && (
        <Modal open closable={false} title={t.webhooks.secret} footer={<Button type="primary" onClick={() => setSecret(null)}>{t.webhooks.kept}</Button>}>
          <Typography.Paragraph copyable code data-secret>
            {secret}
          </Typography.Paragraph>
          <p>{t.webhooks.secretOnce}</p>
        </Modal>
      )}
    </div>
  );
}

interface TableProps {
  webhooks: Webhook[];
  onOpen: (id: string) => void;
  onChanged: () => void;
}

function WebhookTable({ webhooks, onOpen, onChanged }: TableProps) {
  const t = useText();
  const { message, modal } = App.useApp();
  const revoke = ({ id, url }: Webhook) =>
    modal.confirm({
      title: `${t.webhooks.revoke} · ${url}`,
      content: t.webhooks.revokeAsk,
      okText: t.common.ok,
      cancelText: t.common.cancel,
      onOk: () => api.revokeWebhook(id).then(onChanged, (error: Error) => void message.error(error.message)),
    });
  const columns: TableColumnsType<Webhook> = [
    { title: t.webhooks.url, dataIndex: 'url', ellipsis: true, width: 300 },
    { title: t.webhooks.owner, dataIndex: 'owner', ellipsis: true, width: 110 },
    { title: t.webhooks.kinds, render: (_, { kinds }) => kinds.map((kind) => <Tag key={kind}>{t.webhooks.kind[kind]}</Tag>) },
    { title: t.webhooks.waiting, width: 70, align: 'right', render: (_, { waiting }) => <span className="number">{waiting}</span> },
    { title: t.webhooks.parked, width: 70, align: 'right', render: (_, { parked }) => <span className={parked > 0 ? 'number bad' : 'number dim'}>{parked}</span> },
    { title: t.webhooks.last, width: 170, ellipsis: true, render: (_, { lastOutcome }) => lastOutcome || <span className="dim">—</span> },
    { title: t.webhooks.state, width: 130, render: (_, { endedAt, endReason }) => (endedAt === null || endReason === '' ? <Tag color="green">{t.webhooks.holds}</Tag> : <Tag title={monthDayTime(endedAt)}>{t.webhooks.ended[endReason]}</Tag>) },
    {
      width: 130,
      render: (_, row) => (
        <>
          <Button type="link" size="small" onClick={() => onOpen(row.id)} data-messages={row.id}>
            {t.webhooks.messages}
          </Button>
          {row.endedAt === null && (
            <Button type="link" size="small" danger onClick={() => revoke(row)}>
              {t.webhooks.revoke}
            </Button>
          )}
        </>
      ),
    },
  ];
  return <Table<Webhook> size="small" rowKey="id" columns={columns} dataSource={webhooks} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 1080 }} />;
}
