import { Alert as Notice, DatePicker, Input, Modal, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../../api/api';
import type { CaseType } from '../../../api/caseTypes';
import { useStore } from '../../../common/hooks';
import { fromPicker, toPicker } from '../../../common/picker';
import { go } from '../../../common/route';
import { useText } from '../../../i18n/language';
import { CityMap } from '../../../map/CityMap';
import { SpotLayer } from '../../reverse/SpotLayer';
import { LEAD_KINDS, LONGEST_TEXT, eventOf, fieldOf, lacking, type Lead, type LeadFaults, type LeadKind } from './lead';

const HIDDEN = ['routes', 'zones'] as const;
const DIGITS = 5;

interface Sending {
  busy: boolean;
  faults: LeadFaults;
  /** What is wrong beside the fields. */
  trouble: string;
}

/** Files a lead once, however often it is sent, and opens its case. */
function useSending(onDone: (filed: boolean) => void): [Sending, (lead: Lead) => Promise<void>, (changed: Partial<Lead>) => void] {
  const t = useText();
  const store = useStore();
  const [id] = useState(() => `lead-${crypto.randomUUID()}`);
  const [state, setState] = useState<Sending>({ busy: false, faults: {}, trouble: '' });
  const send = async (lead: Lead) => {
    const lacks = lacking(lead, store.now());
    if (lacks.length > 0) {
      setState({ busy: false, faults: Object.fromEntries(lacks.map((field) => [field, t.lead.lacks[field as keyof typeof t.lead.lacks]])), trouble: '' });
      return;
    }
    setState({ busy: true, faults: {}, trouble: '' });
    try {
      const { caseId } = await api.reportEvent(eventOf(lead, id));
      onDone(true);
      go('cases', caseId);
    } catch (error) {
      const { message } = error as Error;
      const field = fieldOf(message);
      setState(field ? { busy: false, faults: { [field]: message }, trouble: '' } : { busy: false, faults: {}, trouble: message });
    }
  };
  const changed = (change: Partial<Lead>) => setState((old) => ({ ...old, faults: Object.fromEntries(Object.entries(old.faults).filter(([field]) => !(field in change))) }));
  return [state, send, changed];
}

export default function LeadDialog({ onDone }: { onDone: (filed: boolean) => void }) {
  const t = useText();
  const store = useStore();
  const [lead, setLead] = useState<Lead>(() => ({ kind: 'hotline', type: null, spot: null, time: store.now(), text: '', plate: '' }));
  const [{ busy, faults, trouble }, send, changed] = useSending(onDone);
  const set = (change: Partial<Lead>) => {
    setLead((old) => ({ ...old, ...change }));
    changed(change);
  };
  return (
    <Modal open title={t.lead.report} okText={t.lead.file} cancelText={t.common.cancel} confirmLoading={busy} onOk={() => void send(lead)} onCancel={() => onDone(false)} width={900} mask={{ closable: false }}>
      <div className="lead-form" data-lead-form>
        <div>
          <Field label={t.lead.kind}>
            <Segmented<LeadKind> block value={lead.kind} onChange={(kind) => set({ kind })} options={LEAD_KINDS.map((value) => ({ value, label: t.cases.source[value] }))} />
          </Field>
          <Field label={t.lead.type} name="type" fault={faults.type}>
            <Select<CaseType> className="lead-type" aria-label={t.lead.type} placeholder={t.lead.choose} value={lead.type ?? undefined} onChange={(type) => set({ type })} options={Object.entries(t.cases.type).map(([value, label]) => ({ value: value as CaseType, label }))} />
          </Field>
          <Field label={t.lead.time} name="time" fault={faults.time}>
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} aria-label={t.lead.time} value={toPicker(lead.time)} onChange={(at) => at && set({ time: fromPicker(at) })} />
          </Field>
          <Field label={t.lead.text} name="text" fault={faults.text}>
            <Input.TextArea rows={5} maxLength={LONGEST_TEXT} aria-label={t.lead.text} placeholder={t.lead.textHint} value={lead.text} onChange={({ target }) => set({ text: target.value })} />
          </Field>
          <Field label={t.lead.plate} name="plate" fault={faults.plate}>
            <Select allowClear showSearch aria-label={t.lead.plate} placeholder={t.lead.plateHint} value={lead.plate || undefined} onChange={(plate?: string) => set({ plate: plate ?? '' })} options={[...store.vehicles.keys()].sort().map((value) => ({ value, label: value }))} />
          </Field>
        </div>
        <Field label={lead.spot ? `${t.lead.spot} ${lead.spot.lon.toFixed(DIGITS)}, ${lead.spot.lat.toFixed(DIGITS)}` : `${t.lead.spot} · ${t.lead.spotHint}`} name="spot" fault={faults.spot}>
          <div className="lead-map">
            <CityMap hidden={HIDDEN}>
              <SpotLayer spot={lead.spot} answer={null} onSpot={(spot) => set({ spot })} />
            </CityMap>
          </div>
        </Field>
      </div>
      {trouble && <Notice type="error" showIcon title={trouble} data-trouble="" />}
    </Modal>
  );
}

interface FieldProps {
  label: string;
  name?: string;
  fault?: string;
  children: ReactNode;
}

function Field({ label, name, fault, children }: FieldProps) {
  return (
    <div className="lead-field">
      <span>{label}</span>
      {children}
      {fault && (
        <small className="bad" role="alert" data-fault={name}>
          {fault}
        </small>
      )}
    </div>
  );
}
