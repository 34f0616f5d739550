import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/api';
import { useStore } from '../../../common/hooks';
import { permitRequestsChanged } from '../../../common/usePermitRequests';
import { useText } from '../../../i18n/language';
import { Field } from '../Field';
import { COLUMNS } from '../items';
import type { Plan } from '../usePlan';
import { refused } from './refused';
import { isFixed, type Wish } from './requests';

interface Props {
  wish: Wish;
  plan: Plan;
  onDone: (sent: boolean) => void;
}

/** Asks the supervision for a permit, or for another state of one. */
export function RequestForm({ wish, plan, onDone }: Props) {
  const t = useText();
  const store = useStore();
  const { message } = App.useApp();
  const [columns, setColumns] = useState(wish.columns);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const inForce = wish.item !== null && isFixed(wish, 'plate', store.now());
  const send = async () => {
    setBusy(true);
    setProblem('');
    try {
      await api.askForPermit({ columns, version: wish.item?.version ?? 0, note });
      void message.success(t.permitRequests.sent);
      permitRequestsChanged();
      onDone(true);
    } catch (error) {
      setProblem(refused(error as Error, t, false));
      setBusy(false);
    }
  };
  return (
    <form
      className="plan-form"
      data-request-form={wish.item?.id ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{wish.item ? `${t.permitRequests.change} · ${wish.item.id}` : t.permitRequests.ask}</h3>
      <p className="dim">{inForce ? t.permitRequests.inForce : t.permitRequests.hint}</p>
      {COLUMNS.permits.map((name) => (
        <Field
          key={name}
          layer="permits"
          name={name}
          value={columns[name] ?? ''}
          fixed={isFixed(wish, name, store.now())}
          columns={columns}
          plan={plan}
          onChange={(text) => setColumns((old) => ({ ...old, [name]: text }))}
        />
      ))}
      <label className="plan-field">
        <span>{t.permitRequests.note}</span>
        <Input.TextArea rows={2} value={note} maxLength={500} placeholder={t.permitRequests.noteHint} onChange={({ target }) => setNote(target.value)} data-field="note" />
      </label>
      {problem && <Alert type="error" showIcon title={problem} data-problem />}
      <p className="plan-actions">
        <Button type="primary" htmlType="submit" loading={busy} disabled={note.trim() === ''} data-action="send">
          {t.permitRequests.send}
        </Button>
        <Button onClick={() => onDone(false)}>{t.common.cancel}</Button>
      </p>
    </form>
  );
}
