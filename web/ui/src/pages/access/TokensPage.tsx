import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, InputNumber, Modal, Table, Tag, Typography, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ApiToken } from '../../api/accessTypes';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { Forbidden, Loaded, Nothing } from '../../common/States';
import { mayAdminister, useUser } from '../../common/user';
import { day, dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { AccessTabs } from './AccessTabs';
import { tokenState, type TokenState } from './tokenState';

const COLOUR: Record<TokenState, string> = { holds: 'green', soon: 'orange', expired: 'default', revoked: 'default' };
const MOST_DAYS = 366;

type Given = { source: string; token: string };

/** 接口密钥: which systems report events, and until when. A key is shown once and never deleted. */
export default function TokensPage() {
  const user = useUser();
  return mayAdminister(user) ? <Tokens /> : <Forbidden />;
}

function Tokens() {
  const { access: words, common } = useText();
  const { message, modal } = App.useApp();
  const request = useRequest(() => api.tokens(), []);
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);
  const revoke = (one: ApiToken) =>
    modal.confirm({
      title: `${words.revokeToken} · ${one.source}`,
      content: words.revokeTokenAsk,
      okText: common.ok,
      cancelText: common.cancel,
      onOk: () => api.revokeToken(one.id).then(request.reload, (error: Error) => void message.error(error.message)),
    });
  // keys end by the wall clock, whatever time the city simulates
  const now = Date.now();
  const columns: TableColumnsType<ApiToken> = [
    { title: words.source, width: 200, ellipsis: true, dataIndex: 'source' },
    { title: words.scope, ellipsis: true, render: () => words.scopeEvents },
    { title: words.createdBy, width: 130, ellipsis: true, dataIndex: 'createdBy' },
    { title: words.created, width: 170, render: (_, one) => <span className="number">{dateTime(one.createdAt)}</span> },
    { title: words.expires, width: 116, render: (_, one) => <span className="number">{day(one.expiresAt)}</span> },
    { title: words.state, width: 110, render: (_, one) => <Tag color={COLOUR[tokenState(one, now)]}>{words.states[tokenState(one, now)]}</Tag> },
    {
      width: 90,
      render: (_, one) =>
        one.revokedAt === null && (
          <Button type="link" size="small" danger onClick={() => revoke(one)} data-revoke={one.source}>
            {words.revokeToken}
          </Button>
        ),
    },
  ];
  return (
    <div className="ledger">
      <AccessTabs shown="tokens" />
      <div className="toolbar">
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-add-token>
          {words.addToken}
        </Button>
      </div>
      <Loaded request={request}>
        {({ tokens }) => (
          <div className="fill panel" data-tokens={tokens.length} style={{ overflowY: 'auto' }}>
            {tokens.length === 0 ? (
              <Nothing title={words.noTokens} hint={words.noTokensHint} />
            ) : (
              <Table<ApiToken> size="small" rowKey="id" columns={columns} dataSource={tokens} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 960 }} />
            )}
          </div>
        )}
      </Loaded>
      {adding && (
        <NewToken
          onCancel={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setGiven(made);
            request.reload();
          }}
        />
      )}
      {given && (
        <Modal open closable={false} title={words.given(given.source)} footer={<Button type="primary" onClick={() => setGiven(null)}>{words.kept}</Button>}>
          <Typography.Paragraph copyable code data-given>
            {given.token}
          </Typography.Paragraph>
          <p>{words.once}</p>
        </Modal>
      )}
    </div>
  );
}

function NewToken({ onMade, onCancel }: { onMade: (made: Given) => void; onCancel: () => void }) {
  const { access: words, common } = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ source: string; days: number }>();
  const [busy, setBusy] = useState(false);
  const make = async ({ source, days }: { source: string; days: number }) => {
    setBusy(true);
    try {
      onMade(await api.addToken(source, days));
    } catch (error) {
      void message.error((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <Modal open title={words.addToken} okText={common.ok} cancelText={common.cancel} confirmLoading={busy} onOk={() => form.submit()} onCancel={onCancel}>
      <Form form={form} layout="vertical" initialValues={{ days: MOST_DAYS }} onFinish={(wish) => void make(wish)}>
        <Form.Item name="source" label={words.source} extra={words.sourceHint} rules={[{ required: true, whitespace: true, message: words.needSource }]}>
          <Input autoComplete="off" autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="days" label={words.days} rules={[{ required: true, message: words.needDays }]}>
          <InputNumber min={1} max={MOST_DAYS} precision={0} />
        </Form.Item>
        <p className="dim">
          {words.scope}: {words.scopeEvents}
        </p>
      </Form>
    </Modal>
  );
}
