import { Input, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import type { RejectReason } from '../../api/types';
import { useText } from '../../i18n/language';

interface Props {
  open: boolean;
  busy: boolean;
  onCancel: () => void;
  onReject: (reason: RejectReason, note: string) => void;
}

const REASONS: readonly RejectReason[] = ['gps_drift', 'sensor_fault', 'map_wrong', 'permit_late', 'authorised', 'duplicate', 'other'];

/** Why an alert is none: digits choose a reason, Enter rejects, Ctrl+Enter does in the note. */
export function RejectDialog({ open, busy, onCancel, onReject }: Props) {
  const t = useText();
  const [reason, setReason] = useState<RejectReason>('gps_drift');
  const [note, setNote] = useState('');
  useEffect(() => {
    if (!open) return undefined;
    const press = ({ key, target, ctrlKey }: KeyboardEvent) => {
      const writing = target instanceof HTMLTextAreaElement;
      const chosen = writing ? undefined : REASONS[Number(key) - 1];
      if (chosen) setReason(chosen);
      // Enter on a button is that button's, as of the one that cancels; in the note it begins a line.
      else if (key === 'Enter' && (ctrlKey || !(writing || target instanceof HTMLButtonElement))) onReject(reason, note);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [open, reason, note, onReject]);
  return (
    <Modal
      open={open}
      title={t.review.rejectTitle}
      okText={t.review.reject}
      cancelText={t.common.cancel}
      okButtonProps={{ danger: true }}
      confirmLoading={busy}
      onCancel={onCancel}
      onOk={() => onReject(reason, note)}
      width={380}
      destroyOnHidden
    >
      <Radio.Group className="reasons" value={reason} onChange={({ target }) => setReason(target.value as RejectReason)}>
        {REASONS.map((value, index) => (
          <Radio key={value} value={value} autoFocus={value === reason}>
            {t.rejectReason[value]} <kbd>{index + 1}</kbd>
          </Radio>
        ))}
      </Radio.Group>
      <Input.TextArea rows={2} maxLength={500} placeholder={t.review.notePlaceholder} aria-label={t.review.note} value={note} onChange={({ target }) => setNote(target.value)} />
    </Modal>
  );
}
