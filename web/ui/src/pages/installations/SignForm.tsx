import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { InstallationDetail, Signatures } from '../../api/installationTypes';
import { useText } from '../../i18n/language';

interface Props {
  detail: InstallationDetail;
  onChange: (detail: InstallationDetail) => void;
}

const FIELDS = ['seal', 'companySigner', 'installerSigner'] as const;

/** Both sides sign by name; possible when nothing is missing any more. */
export function SignForm({ detail: { installation, missing }, onChange }: Props) {
  const { installations: words } = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const sign = async (signed: Signatures) => {
    setBusy(true);
    try {
      onChange(await api.acceptInstallation(installation.id, signed));
      void message.success(words.accepted);
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="installation-card" data-missing={missing.length}>
      <h3>
        {words.sign} {missing.length > 0 && <span className="warn number">{words.lacks(missing.length)}</span>}
      </h3>
      <p className="dim">{words.signHint}</p>
      <Form layout="vertical" onFinish={(signed: Signatures) => void sign(signed)} className="sign-form">
        {FIELDS.map((name) => (
          <Form.Item key={name} name={name} label={words[name]} rules={[{ required: true, whitespace: true, message: words.needed }]}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        ))}
        <Button type="primary" size="large" block htmlType="submit" loading={busy} disabled={missing.length > 0} data-accept>
          {words.accept}
        </Button>
      </Form>
    </section>
  );
}
