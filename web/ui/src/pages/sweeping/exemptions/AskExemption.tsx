import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button, DatePicker, Input, Modal, Segmented, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { api } from '../../../api/api';
import type { ExemptionKind, NewExemption } from '../../../api/exemptionTypes';
import type { Operation, PointRow, RoadRow } from '../../../api/types';
import { fromPicker, toPicker } from '../../../common/picker';
import { useUser } from '../../../common/user';
import { useText } from '../../../i18n/language';
import { EVIDENCE_FILES, MOST_FILES, attach } from './attach';
import { roadNames, segmentsOf } from './places';

const KINDS: readonly ExemptionKind[] = ['WEATHER', 'CLOSURE', 'EVENT'];
const OPS: readonly Operation[] = ['SWEEP', 'WASH', 'FLUSH', 'SPRINKLE'];
const LONGEST = 500;

interface Props {
  roads: readonly RoadRow[];
  points: readonly PointRow[];
  /** What the span begins with. */
  now: number;
  onAsked: () => void;
}

/** 申请豁免: another person decides on it. */
export function AskExemption({ roads, points, now, onAsked }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)} data-ask-exemption>
        {t.exemptions.ask}
      </Button>
      {open && (
        <AskDialog
          roads={roads}
          points={points}
          now={now}
          onDone={(asked) => {
            setOpen(false);
            if (asked) onAsked();
          }}
        />
      )}
    </>
  );
}

interface DialogProps extends Omit<Props, 'onAsked'> {
  onDone: (asked: boolean) => void;
}

function AskDialog({ roads, points, now, onDone }: DialogProps) {
  const t = useText();
  const { seesCity } = useUser();
  const { message } = App.useApp();
  const [kind, setKind] = useState<ExemptionKind>('WEATHER');
  const [op, setOp] = useState<Operation | ''>('');
  const [names, setNames] = useState<string[]>([]);
  const [pointIds, setPointIds] = useState<string[]>([]);
  const [span, setSpan] = useState<[Dayjs, Dayjs] | null>(() => [toPicker(now), toPicker(now + 2 * 3_600_000)]);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const placeIds = [...segmentsOf(roads, names), ...pointIds];
  const complete = span !== null && reason.trim() !== '' && evidence.trim() !== '' && (seesCity || placeIds.length > 0);
  const ask = async () => {
    if (!span) return;
    const wish: NewExemption = { kind, op, placeIds, from: iso(span[0]), to: iso(span[1]), reason, evidence };
    setBusy(true);
    try {
      const { id } = await api.askExemption(wish);
      await attach(id, files, t.exemptions.noEvidenceFile).then(
        () => void message.success(t.exemptions.asked),
        (error: Error) => void message.warning(t.exemptions.askedNoFile(error.message)),
      );
      onDone(true);
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const placeholder = seesCity ? t.exemptions.wholeCity : t.exemptions.choose;
  return (
    <Modal open title={t.exemptions.ask} okText={t.exemptions.ask} cancelText={t.common.cancel} okButtonProps={{ disabled: !complete }} confirmLoading={busy} onOk={() => void ask()} onCancel={() => onDone(false)} width={520}>
      <div className="exemption-form" data-exemption-form>
        <Field label={t.exemptions.kindOf}>
          <Segmented<ExemptionKind> block value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t.exemptions.kind[value] }))} />
        </Field>
        <Field label={t.exemptions.roads}>
          <Select<string[]> mode="multiple" value={names} onChange={setNames} placeholder={placeholder} options={roadNames(roads).map((value) => ({ value, label: value }))} maxTagCount="responsive" />
        </Field>
        <Field label={t.exemptions.points}>
          <Select<string[]> mode="multiple" value={pointIds} onChange={setPointIds} placeholder={placeholder} options={points.map(({ pointId }) => ({ value: pointId, label: pointId }))} maxTagCount="responsive" />
        </Field>
        <Field label={t.exemptions.op}>
          <Select<Operation | ''> value={op} onChange={setOp} options={[{ value: '', label: t.sweeping.allOps }, ...OPS.map((value) => ({ value, label: t.op[value] }))]} />
        </Field>
        <Field label={t.exemptions.span}>
          <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={span} onChange={(days) => setSpan(days?.[0] && days[1] ? [days[0], days[1]] : null)} />
        </Field>
        <Field label={t.exemptions.reason}>
          <Input.TextArea rows={2} maxLength={LONGEST} placeholder={t.exemptions.reasonHint} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <Field label={t.exemptions.evidence}>
          <Input maxLength={LONGEST} placeholder={t.exemptions.evidenceHint} value={evidence} onChange={({ target }) => setEvidence(target.value)} />
        </Field>
        <label className="exemption-attach">
          <PaperClipOutlined /> {files.length === 0 ? t.exemptions.attach : t.exemptions.chosen(files.length)}
          <input type="file" multiple accept={EVIDENCE_FILES} onChange={({ target }) => setFiles([...(target.files ?? [])].slice(0, MOST_FILES))} data-attach />
        </label>
        <p className="dim">{t.exemptions.attachHint}</p>
        <p className="dim">{t.exemptions.hint}</p>
      </div>
    </Modal>
  );
}

const iso = (at: Dayjs) => new Date(fromPicker(at)).toISOString();

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}
