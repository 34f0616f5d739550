import { App, Checkbox, DatePicker, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Driver } from '../../api/keepingTypes';
import { useText } from '../../i18n/language';
import { LONGEST, asDay } from './days';
import { refused } from './refused';

/** Name, qualification, and whether somebody drives for the company. */
export function ChangeDriver({ driver, onDone }: { driver: Driver; onDone: (changed: boolean) => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [name, setName] = useState(driver.name);
  const [validTo, setValidTo] = useState<Dayjs | null>(() => (driver.validTo === null ? null : dayjs(driver.validTo)));
  const [left, setLeft] = useState(driver.leftAt !== null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const file = () => {
    setBusy(true);
    api
      .changeDriver(driver.id, { version: driver.version, name, validTo: asDay(validTo), left, reason })
      .then(() => onDone(true), (error: Error) => message.error(refused(error, t)))
      .finally(() => setBusy(false));
  };
  const complete = name.trim() !== '' && reason.trim() !== '';
  return (
    <Modal open title={`${t.register.change} · ${driver.name}`} okText={t.common.ok} cancelText={t.common.cancel} okButtonProps={{ disabled: !complete }} confirmLoading={busy} onOk={file} onCancel={() => onDone(false)} width={440}>
      <div className="kept-form" data-change-form>
        <label>
          <span>{t.register.name}</span>
          <Input maxLength={50} value={name} onChange={({ target }) => setName(target.value)} />
        </label>
        <label>
          <span>{t.register.validTo}</span>
          <DatePicker value={validTo} onChange={setValidTo} placeholder={t.register.validUnknown} />
        </label>
        <Checkbox checked={left} onChange={({ target }) => setLeft(target.checked)} data-left>
          {t.register.leftHint}
        </Checkbox>
        <label>
          <span>{t.register.reason}</span>
          <Input.TextArea autoFocus rows={2} maxLength={LONGEST} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
      </div>
    </Modal>
  );
}
