import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { ReportRecipient, ReportedOrganisation } from '../../api/deliveryTypes';
import { useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { mayKeepRecipients, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { MailOff } from './MailOff';
import { organisationOptions } from './organisations';

/** Who gets issued reports by mail. */
export function Recipients() {
  const t = useText();
  const user = useUser();
  const request = useRequest(() => api.reportRecipients(), []);
  return (
    <section className="recipients">
      <p className="dim">{t.delivery.recipientsHint}</p>
      <Loaded request={request}>
        {({ sends, recipients, organisations }) => (
          <>
            {!sends && <MailOff />}
            {recipients.length === 0 && <p className="dim">{t.delivery.none}</p>}
            <ul data-recipients={recipients.length}>
              {recipients.map((recipient) => (
                <Recipient key={recipient.id} recipient={recipient} onChanged={request.reload} />
              ))}
            </ul>
            {mayKeepRecipients(user) && <NewRecipient organisations={organisations} onAdded={request.reload} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Recipient({ recipient, onChanged }: { recipient: ReportRecipient; onChanged: () => void }) {
  const t = useText();
  const user = useUser();
  const { message, modal } = App.useApp();
  const { id, address, organisation, addedBy, addedAt } = recipient;
  const remove = () =>
    modal.confirm({
      title: `${t.delivery.remove} · ${address}`,
      content: t.delivery.removeAsk,
      okText: t.common.ok,
      cancelText: t.common.cancel,
      onOk: () => api.removeReportRecipient(id).then(onChanged, (error: Error) => void message.error(error.message)),
    });
  return (
    <li data-recipient={address}>
      <span>{address}</span>
      <span>{organisation === '' ? t.delivery.whole : t.delivery.extractOf(organisation)}</span>
      <small className="dim">{t.delivery.addedBy(addedBy, monthDayTime(addedAt))}</small>
      {mayKeepRecipients(user) && (
        <Button type="link" size="small" danger onClick={remove}>
          {t.delivery.remove}
        </Button>
      )}
    </li>
  );
}

interface Wish {
  address: string;
  organisation?: string;
}

function NewRecipient({ organisations, onAdded }: { organisations: ReportedOrganisation[]; onAdded: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Wish>();
  const [busy, setBusy] = useState(false);
  const add = async ({ address, organisation }: Wish) => {
    setBusy(true);
    try {
      await api.addReportRecipient(address.trim(), organisation ?? '');
      form.resetFields();
      onAdded();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form form={form} layout="inline" onFinish={(wish) => void add(wish)} data-new-recipient="">
      <Form.Item name="address" rules={[{ required: true, type: 'email', transform: (value: string) => value.trim(), message: t.delivery.needAddress }]}>
        <Input autoComplete="off" aria-label={t.delivery.address} placeholder={t.delivery.address} style={{ width: 260 }} />
      </Form.Item>
      <Form.Item name="organisation">
        <Select allowClear showSearch aria-label={t.delivery.whole} placeholder={t.delivery.whole} options={organisationOptions(organisations, t)} style={{ width: 260 }} />
      </Form.Item>
      <Button htmlType="submit" icon={<PlusOutlined />} loading={busy}>
        {t.delivery.add}
      </Button>
    </Form>
  );
}
