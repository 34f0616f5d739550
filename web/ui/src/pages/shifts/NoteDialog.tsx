import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { NewShiftLine } from '../../api/shiftTypes';
import { useText } from '../../i18n/language';

const LONGEST = 2000;

interface Props {
  write: (line: NewShiftLine) => Promise<boolean>;
  onClose: () => void;
}

/** 记事: something that happened in the shift. */
export function NoteDialog({ write, onClose }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    if (await write({ kind: 'NOTE', text })) onClose();
    else setBusy(false);
  };
  return (
    <Modal open title={t.shifts.kind.NOTE} okText={t.shifts.kind.NOTE} cancelText={t.common.cancel} okButtonProps={{ disabled: text.trim() === '' }} confirmLoading={busy} onOk={() => void send()} onCancel={onClose} width={480}>
      <Input.TextArea autoFocus rows={4} maxLength={LONGEST} aria-label={t.shifts.noteHint} placeholder={t.shifts.noteHint} value={text} onChange={({ target }) => setText(target.value)} />
    </Modal>
  );
}
