import { Alert as Notice, Button, Form, Input, Modal, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../api/api';
import { useLanguage } from '../i18n/language';

type Shown = { secret: string; uri: string };

/**
 * How one comes to a second step of sign-in: password, QR code for the phone, a code of the phone, codes to be kept on paper.
 * The codes are shown once, so only a button that says so closes them.
 */
export function SecondStep({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useLanguage();
  const [shown, setShown] = useState<Shown | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState('');

  const send = async (work: () => Promise<void>) => {
    setFailure('');
    try {
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : t.signIn.offline);
    }
  };
  const begin = ({ password }: { password: string }) => send(async () => setShown(await api.beginSecondStep(password)));
  const confirm = ({ code }: { code: string }) => send(async () => setCodes((await api.confirmSecondStep(code)).recoveryCodes));

  return (
    <Modal open title={t.secondStep.title} footer={null} onCancel={codes.length > 0 ? onDone : onCancel} mask={{ closable: false }} destroyOnHidden>
      {codes.length > 0 ? (
        <>
          <Notice type="success" showIcon title={t.secondStep.done} description={t.secondStep.keep} />
          <Typography.Paragraph copyable={{ text: codes.join('\n') }} code style={{ whiteSpace: 'pre-line', margin: '16px 0' }}>
            {codes.join('\n')}
          </Typography.Paragraph>
          <Button type="primary" block onClick={onDone}>
            {t.secondStep.kept}
          </Button>
        </>
      ) : shown ? (
        <Form layout="vertical" onFinish={confirm} requiredMark={false} key="code">
          <p>{t.secondStep.scan}</p>
          <QRCode value={shown.uri} bordered={false} style={{ margin: '0 auto' }} />
          <p>
            {t.secondStep.byHand} <Typography.Text code>{shown.secret}</Typography.Text>
          </p>
          <Form.Item name="code" label={t.signIn.code} rules={[{ required: true, message: t.signIn.needCode }]}>
            <Input autoComplete="one-time-code" inputMode="numeric" autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>
            {t.secondStep.confirm}
          </Button>
        </Form>
      ) : (
        <Form layout="vertical" onFinish={begin} requiredMark={false} key="password">
          <p>{t.secondStep.why}</p>
          <Form.Item name="password" label={t.signIn.password} rules={[{ required: true, message: t.signIn.needPassword }]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>
            {t.secondStep.begin}
          </Button>
        </Form>
      )}
      {failure && <Notice type="error" showIcon title={failure} style={{ marginTop: 16 }} />}
    </Modal>
  );
}
