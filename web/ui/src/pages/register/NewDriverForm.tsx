import { App, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/api';
import { useText } from '../../i18n/language';
import { asDay } from './days';
import { refused } from './refused';

interface Fields {
  licence: string;
  name: string;
  validTo?: Dayjs | null;
}

/** Somebody drives for the company from now on. */
export function NewDriverForm({ onDone }: { onDone: (filed: boolean) => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const file = ({ licence, name, validTo }: Fields) => {
    setBusy(true);
    api
      .registerDriver({ licence, name, validTo: asDay(validTo ?? null) })
      .then(() => onDone(true), (error: Error) => message.error(refused(error, t)))
      .finally(() => setBusy(false));
  };
  return (
    <Modal open title={t.register.newDriver} okText={t.register.newDriver} cancelText={t.common.cancel} confirmLoading={busy} onOk={() => form.submit()} onCancel={() => onDone(false)} width={440}>
      <Form form={form} layout="vertical" onFinish={file} data-driver-form>
        <Form.Item name="name" label={t.register.name} rules={[{ required: true, whitespace: true, message: t.register.needName }]}>
          <Input autoComplete="off" autoFocus maxLength={50} />
        </Form.Item>
        <Form.Item name="licence" label={t.register.licence} extra={t.register.licenceHint} rules={[{ required: true, whitespace: true, message: t.register.needLicence }]}>
          <Input autoComplete="off" maxLength={30} />
        </Form.Item>
        <Form.Item name="validTo" label={t.register.validTo}>
          <DatePicker placeholder={t.register.validUnknown} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
