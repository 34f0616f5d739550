import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { NewShiftLine, Standing } from '../../api/shiftTypes';
import { useText } from '../../i18n/language';
import { itemsOf } from './items';
import { StandingList } from './StandingList';

const LONGEST = 2000;
const MOST_ITEMS = 30;

interface Props {
  standing: Standing;
  write: (line: NewShiftLine) => Promise<boolean>;
  onClose: () => void;
}

/** 交班: how it was, and what is left to do; what the system counts as open goes with it. */
export function HandOverDialog({ standing, write, onClose }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const [left, setLeft] = useState('');
  const [busy, setBusy] = useState(false);
  const items = itemsOf(left);
  const send = async () => {
    setBusy(true);
    if (await write({ kind: 'HAND_OVER', text, items })) onClose();
    else setBusy(false);
  };
  return (
    <Modal open title={t.shifts.kind.HAND_OVER} okText={t.shifts.kind.HAND_OVER} cancelText={t.common.cancel} okButtonProps={{ disabled: text.trim() === '' || items.length > MOST_ITEMS }} confirmLoading={busy} onOk={() => void send()} onCancel={onClose} width={520}>
      <div className="shift-form">
        <Input.TextArea autoFocus rows={3} maxLength={LONGEST} aria-label={t.shifts.textHint} placeholder={t.shifts.textHint} value={text} onChange={({ target }) => setText(target.value)} />
        <Input.TextArea rows={4} maxLength={LONGEST} aria-label={t.shifts.itemsHint} placeholder={t.shifts.itemsHint} value={left} onChange={({ target }) => setLeft(target.value)} />
        <span className="dim">{t.shifts.goesWith}</span>
        <StandingList of={standing} />
      </div>
    </Modal>
  );
}
