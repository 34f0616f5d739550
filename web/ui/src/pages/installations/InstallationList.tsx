import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { Installation, InstallationReason } from '../../api/installationTypes';
import { useRequest } from '../../common/hooks';
import { go, routeTo, useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { mayInstall, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import '../../style/installations.css';
import { OrderForm } from './OrderForm';

const SHOWN = ['OPEN', 'ENDED'] as const;

/** The installations, and a new order; a finding of the devices' health leads here with its vehicle. */
export function InstallationList() {
  const t = useText();
  const user = useUser();
  const { query } = useRoute();
  const [state, setState] = useState<(typeof SHOWN)[number]>('OPEN');
  const [plate, setPlate] = useState('');
  const [older, setOlder] = useState<string[]>([]);
  const cursor = older.at(-1);
  const request = useRequest(() => api.installations(state, plate, cursor), [state, plate, cursor]);
  const [ordering, setOrdering] = useState(false);
  const wanted = query.get('plate');
  useEffect(() => setOrdering(wanted !== null), [wanted]);
  const show = (change: () => void) => {
    setOlder([]);
    change();
  };
  return (
    <>
      <div className="toolbar">
        <Segmented value={state} onChange={(value) => show(() => setState(value))} options={SHOWN.map((value) => ({ value, label: t.installations.shown[value] }))} />
        <Input.Search allowClear placeholder={t.installations.search} aria-label={t.installations.search} onSearch={(text) => show(() => setPlate(text.trim()))} style={{ width: 150 }} />
        {mayInstall(user) && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOrdering(true)} data-new-order>
            {t.installations.order}
          </Button>
        )}
      </div>
      <Loaded request={request}>
        {({ installations, next }) => (
          <div className="fill panel" data-installations={installations.length}>
            {installations.length === 0 ? (
              <Nothing title={t.installations.none} hint={mayInstall(user) ? t.installations.noneHint : undefined} />
            ) : (
              <ol className="installations">
                {installations.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
                {next && (
                  <li>
                    <Button onClick={() => setOlder((before) => [...before, next])}>{t.installations.more}</Button>
                  </li>
                )}
              </ol>
            )}
          </div>
        )}
      </Loaded>
      {ordering && mayInstall(user) && (
        <OrderForm
          plate={wanted ?? ''}
          phone={query.get('phone') ?? ''}
          reason={(query.get('reason') as InstallationReason | null) ?? 'FIRST'}
          onCancel={() => {
            setOrdering(false);
            go('devices', 'installations');
          }}
          onOrdered={(id) => go('devices', id)}
        />
      )}
    </>
  );
}

function Row({ one }: { one: Installation }) {
  const { installations } = useText();
  return (
    <li className={`installation installation-${one.state}`} data-installation={one.id}>
      <a href={routeTo('devices', one.id)}>
        <b className="plate">{one.plate}</b>
        <span className="ellipsis dim">{one.company}</span>
        <span>{installations.reason[one.reason]}</span>
        <span className="number dim">{one.phone}</span>
        <b className="installation-state">{installations.state[one.state]}</b>
        <small className="dim">{installations.orderedBy(one.by, monthDayTime(one.orderedAt))}</small>
      </a>
    </li>
  );
}
