import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/api';
import type { Command, CommandKind } from '../api/terminalTypes';
import { useText } from '../i18n/language';
import { AreaFields } from './AreaFields';
import { ReadFields, WriteFields } from './ParameterFields';
import { INITIAL, argumentsOf, gbkBytes, needsReason, type CommandForm } from './wish';

const MOST_TEXT_BYTES = 1024;
const WAITS = [600, 3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600];
const RESOLUTIONS = ['R320X240', 'R640X480', 'R800X600', 'R1024X768', 'QCIF', 'CIF', 'HALF_D1', 'D1'];

interface Props {
  plate: string;
  kind: CommandKind;
  onFiled: (command: Command) => void;
  onClose: () => void;
}

/** What one kind of command has to know, the reason where one is needed, and how long it may wait. */
export function CommandDialog({ plate, kind, onFiled, onClose }: Props) {
  const t = useText();
  const [form] = Form.useForm<CommandForm>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const send = async (values: CommandForm) => {
    setBusy(true);
    setFailure('');
    try {
      onFiled(await api.order(plate, { kind, arguments: argumentsOf(kind, values), reason: values.reason, expiresInSeconds: values.expiresInSeconds }));
      onClose();
    } catch (error) {
      setFailure((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={460}
      title={`${t.command.kind[kind]} · ${plate}`}
      okText={t.command.send}
      cancelText={t.common.cancel}
      okButtonProps={{ danger: kind === 'RESTART' }}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<CommandForm> form={form} layout="vertical" size="middle" className="command-form" initialValues={{ ...INITIAL, ...(kind === 'TRACK' && { intervalSeconds: 10 }) }} onFinish={(values) => void send(values)} data-form={kind}>
        <Fields kind={kind} />
        <Form.Item name="reason" label={t.command.reason} rules={[{ required: needsReason(kind), whitespace: true, message: t.command.needReason }]}>
          <Input maxLength={500} placeholder={needsReason(kind) ? undefined : t.command.optional} />
        </Form.Item>
        <Form.Item name="expiresInSeconds" label={t.command.waits} tooltip={t.command.waitsHint}>
          <Select options={WAITS.map((value) => ({ value, label: value < 3600 ? t.command.minutes(value / 60) : t.command.hours(value / 3600) }))} />
        </Form.Item>
        {failure && <p className="bad" role="alert">{failure}</p>}
      </Form>
    </Modal>
  );
}

function Fields({ kind }: { kind: CommandKind }) {
  switch (kind) {
    case 'TEXT':
      return <TextFields />;
    case 'TRACK':
      return <TrackFields />;
    case 'SNAPSHOT':
      return <SnapshotFields />;
    case 'READ_PARAMETERS':
      return <ReadFields />;
    case 'WRITE_PARAMETERS':
      return <WriteFields />;
    case 'SEND_AREA':
    case 'SEND_ROUTE':
    case 'DELETE_AREA':
    case 'DELETE_ROUTE':
      return <AreaFields kind={kind} />;
    default:
      return null;
  }
}

function TextFields() {
  const t = useText();
  const text = Form.useWatch<string | undefined>('text') ?? '';
  const fits = (_: unknown, value: string | undefined) =>
    gbkBytes(value ?? '') <= MOST_TEXT_BYTES ? Promise.resolve() : Promise.reject(new Error(t.command.textTooLong));
  return (
    <>
      <Form.Item name="text" label={t.command.text} extra={`${gbkBytes(text)} / ${MOST_TEXT_BYTES} B`} rules={[{ required: true, whitespace: true, message: t.command.needText }, { validator: fits }]}>
        <Input.TextArea rows={3} autoFocus />
      </Form.Item>
      <div className="command-flags">
        {(['speak', 'display', 'advertisingScreen', 'urgent'] as const).map((name) => (
          <Form.Item key={name} name={name} valuePropName="checked" noStyle>
            <Checkbox>{t.command[name]}</Checkbox>
          </Form.Item>
        ))}
      </div>
    </>
  );
}

/** A whole number between two limits, which stand beside it. */
function Whole({ name, label, min, max, unit = '' }: { name: keyof CommandForm; label: string; min: number; max: number; unit?: string }) {
  const t = useText();
  return (
    <Form.Item name={name} label={label} extra={`${min}–${max}${unit && ` ${unit}`}`} rules={[{ required: true, type: 'integer', min, max, message: t.command.between(min, max) }]}>
      <InputNumber min={min} max={max} precision={0} style={{ width: '100%' }} />
    </Form.Item>
  );
}

function TrackFields() {
  const t = useText();
  return (
    <div className="command-pair">
      <Whole name="intervalSeconds" label={t.command.trackInterval} min={0} max={65_535} unit="s" />
      <Whole name="durationSeconds" label={t.command.trackDuration} min={1} max={86_400} unit="s" />
    </div>
  );
}

function SnapshotFields() {
  const t = useText();
  const form = Form.useFormInstance<CommandForm>();
  const count = Form.useWatch<number | undefined>('count', form) ?? 1;
  return (
    <>
      <div className="command-pair">
        <Whole name="channel" label={t.media.channelName} min={1} max={255} />
        <Whole name="count" label={t.command.pictures} min={1} max={10} />
        {count > 1 && (
          <Form.Item name="intervalSeconds" label={t.command.pictureInterval} extra="0–60 s" initialValue={1}>
            <InputNumber min={0} max={60} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item name="resolution" label={t.command.resolution}>
          <Select options={RESOLUTIONS.map((value) => ({ value, label: value.replace(/^R(\d+)X/, '$1 × ').replace('_', ' ') }))} />
        </Form.Item>
        <Whole name="quality" label={t.command.quality} min={1} max={10} />
      </div>
    </>
  );
}
