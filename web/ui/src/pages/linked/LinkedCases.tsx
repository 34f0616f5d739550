import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { routeTo } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { mayWithCases, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { circle, collection, point } from '../../map/spotLayers';
import { SpotsLayer } from '../../map/SpotsLayer';
import { LinkedTruckFacts } from './LinkedTruckFacts';

const HIDDEN = ['routes', 'zones'] as const;
const RADIUS = 100;

/** 串案扩线 of a case: who else stood where its load was found, and a case for each of them in a click. */
export function LinkedCases({ id }: { id: string }) {
  const t = useText();
  const request = useRequest(() => api.linkedOfCase(id), [id]);
  const { data } = request;
  const drawn = useMemo(() => collection(data ? [circle(data.lon, data.lat, RADIUS), point(data.lon, data.lat, 'bad', '', true)] : []), [data]);
  return (
    <div className="playback" data-linked-case={data?.trucks.length}>
      <div className="toolbar">
        <b>{t.linkedCases.title}</b>
        <span>{t.cases.number(Number(id))}</span>
        <a className="leads-back" href={routeTo('cases', id)}>
          {t.linkedCases.back}
        </a>
        <span className="dim">{t.linkedCases.note}</span>
      </div>
      <div className="reverse-desk">
        <CityMap hidden={HIDDEN}>
          <SpotsLayer id="linked" data={drawn} />
        </CityMap>
        <section className="panel leads-panel">
          <Loaded request={request}>
            {({ trucks }) =>
              trucks.length === 0 ? (
                <Nothing title={t.linked.none} hint={t.linked.noneHint} />
              ) : (
                <ol className="reverse-list">
                  {trucks.map((one) => (
                    <LinkedTruckFacts key={one.plate} truck={one}>
                      <OwnCase id={id} plate={one.plate} caseId={one.caseId} onMade={request.reload} />
                    </LinkedTruckFacts>
                  ))}
                </ol>
              )
            }
          </Loaded>
        </section>
      </div>
    </div>
  );
}

interface OwnCaseProps {
  id: string;
  plate: string;
  caseId: number | null;
  onMade: () => void;
}

function OwnCase({ id, plate, caseId, onMade }: OwnCaseProps) {
  const t = useText();
  const user = useUser();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  if (caseId !== null) return <a href={routeTo('cases', String(caseId))} data-own-case={caseId}>{t.linkedCases.made(caseId)}</a>;
  if (!mayWithCases(user, 'FILE')) return null;
  const make = async () => {
    setBusy(true);
    try {
      await api.openLinked(id, plate);
      onMade();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" loading={busy} data-link={plate} onClick={() => void make()}>
      {t.linkedCases.make}
    </Button>
  );
}
