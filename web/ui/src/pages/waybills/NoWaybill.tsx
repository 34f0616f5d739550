import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import { useText } from '../../i18n/language';

interface Fields {
  plate: string;
  note?: string;
}

/** A truck at the gate has no waybill: it is reported with its plate, and supervisors have a case. */
export function NoWaybill({ typed }: { typed: string }) {
  const t = useText();
  const { message } = App.useApp();
  // one name a report: whoever heard nothing and presses again has not reported two trucks
  const [clientId, setClientId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const report = async ({ plate, note }: Fields) => {
    setBusy(true);
    try {
      await api.reportNoWaybill(plate.trim(), note?.trim() ?? '', clientId ?? '');
      void message.success(t.waybills.missingDone(plate.trim()));
      setClientId(null);
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="large" danger data-no-waybill="" onClick={() => setClientId(crypto.randomUUID())}>
        {t.waybills.missing}
      </Button>
      <Modal open={clientId !== null} title={t.waybills.missing} footer={null} onCancel={() => setClientId(null)} destroyOnHidden>
        <Form<Fields> layout="vertical" size="large" initialValues={{ plate: typed }} onFinish={(fields) => void report(fields)}>
          <Form.Item name="plate" label={t.waybills.missingPlate} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={20} autoFocus />
          </Form.Item>
          <Form.Item name="note" label={t.waybills.missingNote}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          <Button type="primary" danger htmlType="submit" loading={busy} data-report-missing="">
            {t.waybills.report}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
