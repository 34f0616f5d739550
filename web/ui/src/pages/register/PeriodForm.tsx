import { App, DatePicker, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { NewPeriod } from '../../api/keepingTypes';
import { useStore } from '../../common/hooks';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { LONGEST, asDay, before } from './days';
import { refused } from './refused';

interface Props {
  title: string;
  /** Of whose vehicles one is chosen; null: of all that are seen. */
  company: string | null;
  labels: { from: string; until: string; reason: string; hint: string };
  /** Sends it; where that fails the dialog stays and says why. */
  send: (wish: NewPeriod) => Promise<unknown>;
  onDone: (filed: boolean) => void;
}

/** Something about a vehicle from now or from a day on, and why. */
export function PeriodForm({ title, company, labels, send, onDone }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const store = useStore();
  const [plate, setPlate] = useState<string | null>(null);
  const [from, setFrom] = useState<Dayjs | null>(null);
  const [until, setUntil] = useState<Dayjs | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const today = day(store.now());
  const plates = [...store.vehicles.values()]
    .filter((vehicle) => company === null || vehicle.company === company)
    .map((vehicle) => vehicle.plate)
    .sort((a, b) => a.localeCompare(b));
  const file = () => {
    if (plate === null) return;
    setBusy(true);
    send({ plate, from: asDay(from), until: asDay(until), reason })
      .then(() => onDone(true), (error: Error) => message.error(refused(error, t)))
      .finally(() => setBusy(false));
  };
  return (
    <Modal open title={title} okText={t.common.ok} cancelText={t.common.cancel} okButtonProps={{ disabled: plate === null || reason.trim() === '' }} confirmLoading={busy} onOk={file} onCancel={() => onDone(false)} width={460}>
      <div className="kept-form" data-period-form>
        <label>
          <span>{t.column.plate}</span>
          <Select<string> showSearch autoFocus value={plate} onChange={setPlate} placeholder={t.register.choose} options={plates.map((value) => ({ value, label: value }))} />
        </label>
        <label>
          <span>{labels.from}</span>
          <DatePicker value={from} onChange={setFrom} placeholder={t.register.now} disabledDate={before(today)} />
        </label>
        <label>
          <span>{labels.until}</span>
          <DatePicker value={until} onChange={setUntil} placeholder={t.register.openEnd} disabledDate={before(asDay(from) ?? today)} />
        </label>
        <label>
          <span>{t.register.reason}</span>
          <Input.TextArea rows={2} maxLength={LONGEST} placeholder={labels.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <p className="dim">{labels.hint}</p>
      </div>
    </Modal>
  );
}
