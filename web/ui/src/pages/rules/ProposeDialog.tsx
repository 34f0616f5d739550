import { App, DatePicker, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { fromPicker } from '../../common/picker';
import { useText } from '../../i18n/language';

const LONGEST_REASON = 500;

interface Props {
  title: string;
  hint: string;
  /** What is to be changed. */
  children: ReactNode;
  /** Sends it; where that fails the dialog stays and says why. */
  propose: (reason: string, inForceFrom: string | null) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks another person for a change, from when on, and says why. */
export function ProposeDialog({ title, hint, children, propose, onDone, onCancel }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState<Dayjs | null>(null);
  const send = async () => {
    setBusy(true);
    try {
      await propose(reason, from && new Date(fromPicker(from)).toISOString());
      onDone();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={t.rules.propose}
      cancelText={t.common.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onCancel}
      width={480}
    >
      <div className="rules-propose">
        <p>{children}</p>
        <label>
          <span>{t.rules.reason}</span>
          <Input.TextArea autoFocus rows={3} maxLength={LONGEST_REASON} placeholder={t.rules.reasonNeeded} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <label>
          <span>{t.rules.inForceFrom}</span>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" placeholder={t.rules.whenApproved} value={from} onChange={(date) => setFrom(date)} style={{ width: '100%' }} />
        </label>
        <p className="dim">{hint}</p>
      </div>
    </Modal>
  );
}
