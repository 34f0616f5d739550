import { App, Button, Form, Input, Modal } from 'antd';
import { api } from '../api/api';
import { useText } from '../i18n/language';

interface Fields {
  before: string;
  after: string;
  again: string;
}

/** 修改密码: the own one. */
export function OwnPassword({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const change = async ({ before, after }: Fields) => {
    try {
      await api.changePassword(before, after);
      void message.success(t.ownPassword.done);
      onClose();
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  return (
    <Modal open title={t.ownPassword.title} footer={null} onCancel={onClose}>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void change(fields)}>
        <Form.Item name="before" label={t.ownPassword.before} rules={[{ required: true, message: t.signIn.needPassword }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="after" label={t.ownPassword.after} extra={t.ownPassword.rule} rules={[{ required: true, min: 12, max: 128, message: t.ownPassword.rule }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t.ownPassword.again}
          dependencies={['after']}
          rules={[({ getFieldValue }) => ({ validator: (_, value) => (value === getFieldValue('after') ? Promise.resolve() : Promise.reject(new Error(t.ownPassword.differs))) })]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block>
          {t.ownPassword.change}
        </Button>
      </Form>
    </Modal>
  );
}
