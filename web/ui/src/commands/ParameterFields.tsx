import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import { useLanguage, useText } from '../i18n/language';
import { PARAMETERS, isNumber, largest, parameterByName } from './parameters';
import type { CommandForm } from './wish';

const MOST = 100;

function useParameterOptions() {
  const { language } = useLanguage();
  return useMemo(
    () =>
      PARAMETERS.map(({ id, name, title }) => ({
        value: name,
        label: `0x${id.toString(16).padStart(4, '0')} ${language === 'zh' ? title : name}`,
        search: `${title} ${name} 0x${id.toString(16).padStart(4, '0')}`.toLowerCase(),
      })),
    [language],
  );
}

const filter = (input: string, option?: { search: string }) => option?.search.includes(input.toLowerCase()) ?? false;

/** 查询终端参数: some, or all. */
export function ReadFields() {
  const t = useText();
  const options = useParameterOptions();
  return (
    <Form.Item name="names" label={t.command.parameters} extra={t.command.allParameters}>
      <Select mode="multiple" allowClear maxCount={MOST} options={options} showSearch={{ filterOption: filter }} />
    </Form.Item>
  );
}

/** 设置终端参数: each with the limits of its type. */
export function WriteFields() {
  const t = useText();
  return (
    <Form.List name="parameters" initialValue={[{}]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <WriteRow key={key} index={name} onRemove={fields.length > 1 ? () => remove(name) : undefined} />
          ))}
          <Button size="small" icon={<PlusOutlined />} disabled={fields.length >= MOST} onClick={() => add({})}>
            {t.command.addParameter}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function WriteRow({ index, onRemove }: { index: number; onRemove?: () => void }) {
  const t = useText();
  const options = useParameterOptions();
  const form = Form.useFormInstance<CommandForm>();
  const chosen = Form.useWatch(['parameters', index, 'name'], form) as string | undefined;
  const parameter = chosen === undefined ? undefined : parameterByName(chosen);
  const number = parameter && isNumber(parameter);
  const hint = !parameter ? undefined : number ? `0–${largest(parameter)} ${parameter.unit}` : parameter.kind === 'BYTES' ? t.command.asHex : t.command.asText;
  return (
    <div className="command-parameter">
      <Form.Item name={[index, 'name']} rules={[{ required: true, message: t.command.needParameter }]}>
        <Select options={options} placeholder={t.command.parameter} showSearch={{ filterOption: filter }} onChange={() => form.setFieldValue(['parameters', index, 'value'], undefined)} />
      </Form.Item>
      <Form.Item name={[index, 'value']} extra={hint} rules={[{ required: true, message: t.command.needValue }]}>
        {number ? <InputNumber min={0} max={largest(parameter)} precision={0} placeholder={t.command.value} style={{ width: '100%' }} /> : <Input maxLength={255} placeholder={t.command.value} />}
      </Form.Item>
      {onRemove && <Button type="text" icon={<DeleteOutlined />} aria-label={t.command.removeParameter} onClick={onRemove} />}
    </div>
  );
}
