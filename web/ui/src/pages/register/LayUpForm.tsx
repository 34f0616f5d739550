import { App, DatePicker, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/api';
import { useStore } from '../../common/hooks';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { LONGEST, asDay, before } from './days';

/** 报停: a vehicle of the own does not run from now or from a day on. */
export function LayUpForm({ onDone }: { onDone: (filed: boolean) => void }) {
  const t = useText();
  const { message } = App.useApp();
  const store = useStore();
  const [plate, setPlate] = useState<string | null>(null);
  const [from, setFrom] = useState<Dayjs | null>(null);
  const [until, setUntil] = useState<Dayjs | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const today = day(store.now());
  const plates = [...store.vehicles.keys()].sort((a, b) => a.localeCompare(b));
  const file = () => {
    if (plate === null) return;
    setBusy(true);
    api
      .layUp({ plate, from: asDay(from), until: asDay(until), reason })
      .then(() => onDone(true), (error: Error) => message.error(error.message))
      .finally(() => setBusy(false));
  };
  return (
    <Modal open title={t.register.layUp} okText={t.register.layUp} cancelText={t.common.cancel} okButtonProps={{ disabled: plate === null || reason.trim() === '' }} confirmLoading={busy} onOk={file} onCancel={() => onDone(false)} width={460}>
      <div className="kept-form" data-lay-up-form>
        <label>
          <span>{t.column.plate}</span>
          <Select<string> showSearch autoFocus value={plate} onChange={setPlate} placeholder={t.register.choose} options={plates.map((value) => ({ value, label: value }))} />
        </label>
        <label>
          <span>{t.register.fromDay}</span>
          <DatePicker value={from} onChange={setFrom} placeholder={t.register.now} disabledDate={before(today)} />
        </label>
        <label>
          <span>{t.register.untilDay}</span>
          <DatePicker value={until} onChange={setUntil} placeholder={t.register.openEnd} disabledDate={before(asDay(from) ?? today)} />
        </label>
        <label>
          <span>{t.register.reason}</span>
          <Input.TextArea rows={2} maxLength={LONGEST} placeholder={t.register.layUpReason} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <p className="dim">{t.register.layUpHint}</p>
      </div>
    </Modal>
  );
}
