import { App, DatePicker, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useStore } from '../../common/hooks';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { LONGEST, asDay, before } from './days';
import { refused } from './refused';

interface Props {
  title: string;
  hint: string;
  /** Sends it; where that fails the dialog stays and says why. */
  send: (reason: string, until?: string) => Promise<unknown>;
  onDone: (changed: boolean) => void;
}

/** From when on something of the own ends, and why. */
export function EndDialog({ title, hint, send, onDone }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const store = useStore();
  const [until, setUntil] = useState<Dayjs | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const file = () => {
    setBusy(true);
    send(reason, asDay(until))
      .then(() => onDone(true), (error: Error) => message.error(refused(error, t)))
      .finally(() => setBusy(false));
  };
  return (
    <Modal open title={title} okText={t.common.ok} cancelText={t.common.cancel} okButtonProps={{ disabled: reason.trim() === '' }} confirmLoading={busy} onOk={file} onCancel={() => onDone(false)} width={440}>
      <div className="kept-form" data-end-form>
        <label>
          <span>{t.register.endDay}</span>
          <DatePicker value={until} onChange={setUntil} placeholder={t.register.now} disabledDate={before(day(store.now()))} />
        </label>
        <label>
          <span>{t.register.reason}</span>
          <Input.TextArea autoFocus rows={2} maxLength={LONGEST} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <p className="dim">{hint}</p>
      </div>
    </Modal>
  );
}
