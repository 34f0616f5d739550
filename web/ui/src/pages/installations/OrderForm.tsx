import { App, Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { InstallationOrder, InstallationReason } from '../../api/installationTypes';
import { useText } from '../../i18n/language';

const REASONS: readonly InstallationReason[] = ['FIRST', 'SWAP', 'RETEST'];

interface Props {
  plate: string;
  phone: string;
  reason: InstallationReason;
  onOrdered: (id: string) => void;
  onCancel: () => void;
}

/** 装机单: which terminal with which card comes into which vehicle. */
export function OrderForm({ plate, phone, reason, onOrdered, onCancel }: Props) {
  const { installations, common } = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<InstallationOrder>();
  const [busy, setBusy] = useState(false);
  const order = async (wish: InstallationOrder) => {
    setBusy(true);
    try {
      onOrdered((await api.orderInstallation(wish)).installation.id);
    } catch (error) {
      void message.error((error as Error).message);
      setBusy(false);
    }
  };
  const needed = { required: true, whitespace: true, message: installations.needed };
  return (
    <Modal open title={installations.order} okText={common.ok} cancelText={common.cancel} confirmLoading={busy} onOk={() => form.submit()} onCancel={onCancel}>
      <Form form={form} layout="vertical" initialValues={{ plate, phone, reason }} onFinish={(wish) => void order(wish)}>
        <Form.Item name="reason" label={installations.reasonLabel}>
          <Segmented block options={REASONS.map((value) => ({ value, label: installations.reason[value] }))} />
        </Form.Item>
        <Form.Item name="plate" label={installations.plate} rules={[needed]}>
          <Input autoComplete="off" autoFocus={plate === ''} />
        </Form.Item>
        <Form.Item name="vin" label={installations.vin} extra={installations.vinHint} rules={[needed, { pattern: /^\s*[A-HJ-NPR-Z0-9]{17}\s*$/i, message: installations.vinHint }]}>
          <Input autoComplete="off" maxLength={20} />
        </Form.Item>
        <Form.Item name="phone" label={installations.phone} rules={[needed]}>
          <Input autoComplete="off" inputMode="numeric" maxLength={20} />
        </Form.Item>
        <Form.Item name="iccid" label={installations.iccid} extra={installations.iccidHint} rules={[needed, { pattern: /^\s*[0-9a-f]{19,20}\s*$/i, message: installations.iccidHint }]}>
          <Input autoComplete="off" maxLength={22} />
        </Form.Item>
        <p className="dim">{installations.binds}</p>
      </Form>
    </Modal>
  );
}
