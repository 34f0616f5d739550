import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../i18n/language';

const LONGEST = 500;

interface Props {
  title: string;
  placeholder: string;
  danger?: boolean;
  /** Sends it; where that fails the dialog stays and says why. */
  decide: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

/** A decision, which always says why. */
export function ReasonDialog({ title, placeholder, danger = false, decide, onDone, onCancel }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const send = () => {
    setBusy(true);
    decide(reason)
      .then(onDone, (error: Error) => message.error(error.message))
      .finally(() => setBusy(false));
  };
  return (
    <Modal open title={title} okText={title} cancelText={t.common.cancel} okButtonProps={{ disabled: reason.trim() === '', danger }} confirmLoading={busy} onOk={send} onCancel={onCancel} width={420}>
      <Input.TextArea autoFocus rows={3} maxLength={LONGEST} aria-label={placeholder} placeholder={placeholder} value={reason} onChange={({ target }) => setReason(target.value)} />
    </Modal>
  );
}
