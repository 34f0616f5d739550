import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { NewAccount, Organisation } from '../../api/accountTypes';
import { api } from '../../api/api';
import type { Role } from '../../api/types';
import { useText } from '../../i18n/language';

const ROLES: readonly Role[] = ['SUPERVISOR', 'DISPATCHER', 'SANITATION', 'OFFICER', 'LEADER', 'RULE_OWNER', 'AUDITOR', 'INSTALLER', 'CLERK', 'ADMINISTRATOR'];
/** They see what is their organisation's, and without one nothing. */
const OF_AN_ORGANISATION: readonly Role[] = ['DISPATCHER', 'OFFICER', 'CLERK'];

interface Props {
  organisations: readonly Organisation[];
  onMade: (made: { login: string; password: string }) => void;
  onCancel: () => void;
}

export function NewAccountForm({ organisations, onMade, onCancel }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewAccount>();
  const [busy, setBusy] = useState(false);
  const role = Form.useWatch('role', form);
  const options = (['DISTRICT', 'SQUAD', 'OPERATOR', 'PLACE'] as const).map((kind) => ({
    label: t.accounts.kinds[kind],
    options: organisations.filter((one) => one.kind === kind).map(({ name }) => ({ value: name, label: name })),
  }));
  const make = async (account: NewAccount) => {
    setBusy(true);
    try {
      const { password } = await api.addAccount(account);
      onMade({ login: account.login, password });
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.accounts.add} okText={t.common.ok} cancelText={t.common.cancel} confirmLoading={busy} onOk={() => form.submit()} onCancel={onCancel}>
      <Form form={form} layout="vertical" onFinish={(account) => void make(account)}>
        <Form.Item name="login" label={t.accounts.login} rules={[{ required: true, min: 2, message: t.accounts.needLogin }]}>
          <Input autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="displayName" label={t.accounts.name} rules={[{ required: true, whitespace: true, message: t.accounts.needName }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t.accounts.role} rules={[{ required: true, message: t.accounts.needRole }]}>
          <Select options={ROLES.map((value) => ({ value, label: t.role[value] }))} />
        </Form.Item>
        <Form.Item
          name="company"
          label={t.accounts.organisation}
          rules={[{ required: role !== undefined && OF_AN_ORGANISATION.includes(role), message: t.accounts.needOrganisation }]}
        >
          <Select allowClear showSearch options={options} placeholder={t.accounts.city} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
