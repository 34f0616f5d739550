import { App, Button, Drawer, Table, type TableColumnsType } from 'antd';
import { api } from '../../api/api';
import type { Webhook, WebhookMessage } from '../../api/webhookTypes';
import { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';

const MARK = { WAITING: 'warn', DELIVERED: 'good', PARKED: 'bad' } as const;

interface Props {
  webhook: Webhook | null;
  onClose: () => void;
  onChanged: () => void;
}

/** What a webhook was sent, and what has become of it. */
export function MessageDrawer({ webhook, onClose, onChanged }: Props) {
  const t = useText();
  return (
    <Drawer open={webhook !== null} onClose={onClose} size={720} title={webhook && `${t.webhooks.messages} · ${webhook.url}`} destroyOnHidden>
      {webhook && <Messages webhook={webhook} onChanged={onChanged} />}
    </Drawer>
  );
}

function Messages({ webhook, onChanged }: { webhook: Webhook; onChanged: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const request = useRequest(() => api.webhookMessages(webhook.id), [webhook.id]);
  const resend = (sequence?: string) =>
    api.resendWebhook(webhook.id, sequence).then(
      ({ messages }) => {
        void message.success(t.webhooks.resent(messages));
        request.reload();
        onChanged();
      },
      (error: Error) => void message.error(error.message),
    );
  const open = webhook.endedAt === null;
  const columns: TableColumnsType<WebhookMessage> = [
    { title: t.webhooks.sequence, width: 64, align: 'right', render: (_, one) => <span className="number">{one.sequence}</span> },
    { title: t.webhooks.type, width: 120, render: (_, one) => <code>{one.kind}</code> },
    { title: t.webhooks.madeAt, width: 104, render: (_, one) => <span className="number">{monthDayTime(one.madeAt)}</span> },
    { title: t.webhooks.state, width: 80, render: (_, { state }) => <span className={MARK[state]}>{t.webhooks.messageState[state]}</span> },
    { title: t.webhooks.attempts, width: 64, align: 'right', render: (_, one) => <span className="number">{one.attempts}</span> },
    { title: t.webhooks.outcome, ellipsis: true, dataIndex: 'outcome' },
    {
      width: 90,
      render: (_, { state, sequence }) =>
        open &&
        state === 'PARKED' && (
          <Button type="link" size="small" onClick={() => void resend(sequence)}>
            {t.webhooks.resend}
          </Button>
        ),
    },
  ];
  return (
    <Loaded request={request}>
      {({ messages }) =>
        messages.length === 0 ? (
          <Nothing title={t.webhooks.noMessages} />
        ) : (
          <>
            {open && webhook.parked > 0 && (
              <Button style={{ marginBottom: 12 }} onClick={() => void resend()} data-resend-all>
                {t.webhooks.resendAll}
              </Button>
            )}
            <Table<WebhookMessage> size="small" rowKey="id" columns={columns} dataSource={messages} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 640 }} />
          </>
        )
      }
    </Loaded>
  );
}
