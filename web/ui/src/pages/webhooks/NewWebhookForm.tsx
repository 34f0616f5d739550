import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { NewWebhook, WebhookKind } from '../../api/webhookTypes';
import { useRequest } from '../../common/hooks';
import { useText } from '../../i18n/language';

const KINDS: readonly WebhookKind[] = ['ALERT_RAISED', 'ALERT_REVISED', 'CASE_STAGE', 'EVENT_RESULT'];

/** Where, whose eyes, and what. */
export function NewWebhookForm({ onMade, onCancel }: { onMade: (secret: string) => void; onCancel: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewWebhook>();
  const [busy, setBusy] = useState(false);
  const accounts = useRequest(() => api.accounts(), []);
  const owners = (accounts.data?.accounts ?? []).filter(({ enabled }) => enabled).map(({ login, displayName }) => ({ value: login, label: `${displayName} · ${login}` }));
  const make = async (webhook: NewWebhook) => {
    setBusy(true);
    try {
      onMade((await api.addWebhook(webhook)).secret);
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.webhooks.add} okText={t.common.ok} cancelText={t.common.cancel} confirmLoading={busy} onOk={() => form.submit()} onCancel={onCancel}>
      <Form form={form} layout="vertical" initialValues={{ kinds: ['ALERT_RAISED'] }} onFinish={(webhook) => void make(webhook)}>
        <Form.Item name="url" label={t.webhooks.url} extra={t.webhooks.urlHint} rules={[{ required: true, pattern: /^https?:\/\//, message: t.webhooks.needUrl }]}>
          <Input autoFocus autoComplete="off" placeholder="https://" />
        </Form.Item>
        <Form.Item name="owner" label={t.webhooks.owner} extra={t.webhooks.ownerHint}>
          <Select allowClear showSearch options={owners} placeholder={t.webhooks.own} />
        </Form.Item>
        <Form.Item name="kinds" label={t.webhooks.kinds} rules={[{ required: true, message: t.webhooks.needKinds }]}>
          <Checkbox.Group options={KINDS.map((value) => ({ value, label: t.webhooks.kind[value] }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
