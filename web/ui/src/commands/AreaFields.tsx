import { Checkbox, Form, Select } from 'antd';
import { api } from '../api/api';
import type { CommandKind } from '../api/terminalTypes';
import { useRequest } from '../common/hooks';
import { useText, word } from '../i18n/language';

/** Which place or route of the plan, and what the terminal shall report of it. */
export function AreaFields({ kind }: { kind: CommandKind }) {
  const t = useText();
  const ofAreas = kind.endsWith('AREA');
  const known = useRequest(() => (ofAreas ? places() : routes()), [ofAreas]);
  const options = known.data?.map(({ id, name, what }) => ({ value: id, label: [name, word(t.place, what)].filter((part) => part !== '—').join(' · ') })) ?? [];
  const label = ofAreas ? t.command.area : t.command.route;
  if (kind.startsWith('DELETE')) {
    return (
      <Form.Item name="ids" label={label} extra={t.command.allDeleted}>
        <Select mode="multiple" maxCount={125} loading={known.loading} options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item name={ofAreas ? 'placeId' : 'routeId'} label={label} rules={[{ required: true, message: t.command.needArea }]}>
        <Select loading={known.loading} options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <div className="command-flags">
        <Form.Item name="alarmOnEntry" valuePropName="checked" noStyle>
          <Checkbox>{t.command.alarmOnEntry}</Checkbox>
        </Form.Item>
        <Form.Item name="alarmOnExit" valuePropName="checked" noStyle>
          <Checkbox>{t.command.alarmOnExit}</Checkbox>
        </Form.Item>
      </div>
      {known.error && <p className="bad">{known.error.message}</p>}
    </>
  );
}

interface Known {
  id: string;
  name: string;
  what: string;
}

async function places(): Promise<Known[]> {
  const { features } = await api.places();
  return features.map(({ properties }) => ({ id: properties.id, name: properties.name || properties.id, what: properties.kind }));
}

async function routes(): Promise<Known[]> {
  const { features } = await api.routes();
  return features.map(({ properties }) => ({ id: properties.id, name: properties.id, what: '' }));
}
