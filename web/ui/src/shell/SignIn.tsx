import { LockOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons';
import { Alert as Notice, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ApiError, api } from '../api/api';
import type { User } from '../api/types';
import { useRequest } from '../common/hooks';
import { useLanguage } from '../i18n/language';
import { Streets } from './Streets';

interface Credentials {
  login: string;
  password: string;
  code?: string;
}

export function SignIn({ onSignedIn }: { onSignedIn: (user: User) => void }) {
  const { t, toggle } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(t.signIn.providerTrouble[new URLSearchParams(location.search).get('oidc') ?? ''] ?? '');
  const provider = useRequest(() => api.provider(), []);
  const [asksCode, setAsksCode] = useState(false);

  const submit = async ({ login, password, code }: Credentials) => {
    setBusy(true);
    setFailure('');
    try {
      onSignedIn((await api.signIn(login, password, code)).user);
    } catch (error) {
      if (!(error instanceof ApiError)) setFailure(t.signIn.offline);
      else if (error.code === 'code_needed') setAsksCode(true);
      else setFailure(error.status === 401 ? t.signIn.wrong : error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="signin">
      <Streets />
      <section>
        <h1>
          <img src="./icon.svg" alt="" width={44} height={44} />
          {t.product}
        </h1>
        <p className="signin-what">{t.productLong}</p>
        <Form<Credentials> layout="vertical" onFinish={submit} requiredMark={false} size="large">
          <Form.Item name="login" label={t.signIn.login} rules={[{ required: true, message: t.signIn.needLogin }]}>
            <Input prefix={<UserOutlined />} autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t.signIn.password} rules={[{ required: true, message: t.signIn.needPassword }]}>
            <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
          </Form.Item>
          {asksCode && (
            <Form.Item name="code" label={t.signIn.code} extra={t.signIn.codeHint} rules={[{ required: true, message: t.signIn.needCode }]}>
              <Input prefix={<SafetyOutlined />} autoComplete="one-time-code" autoFocus />
            </Form.Item>
          )}
          {failure && <Notice type="error" showIcon title={failure} style={{ marginBottom: 16 }} />}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t.signIn.submit}
          </Button>
        </Form>
        {provider.data?.enabled && (
          <Button block size="large" href="/oidc/start" style={{ marginTop: 12 }} data-oidc>
            {t.signIn.byProvider(provider.data.name)}
          </Button>
        )}
        <footer>
          <span>{t.signIn.motto}</span>
          <Button type="link" size="small" onClick={toggle}>
            {t.bar.language}
          </Button>
        </footer>
      </section>
    </main>
  );
}
