import { Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { api } from '../../../api/api';
import type { PointOrder, PointRow } from '../../../api/types';
import { ExportMenu } from '../../../common/ExportMenu';
import { useEvery, useRequest, useStore } from '../../../common/hooks';
import { Loaded, Nothing } from '../../../common/States';
import { dayOf } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { CityMap } from '../../../map/CityMap';
import { useReload } from '../useReload';
import { PointsLayer } from './PointsLayer';
import { PointTable } from './PointTable';
import { filterPoints, sumPoints, type PointsShown } from './points';

const HIDDEN = ['routes', 'zones'] as const;
const MINUTE = 60_000;
const SHOWN: readonly PointsShown[] = ['ALL', 'UNSERVED', 'MISSED'];

/** 收运点: which collection points are due, served and missed, and who can still get there. */
export function PointsBoard({ date, lead }: { date: string; lead: ReactNode }) {
  const t = useText();
  const [show, setShow] = useState<PointsShown>('ALL');
  const request = useRequest(() => api.collectionPoints(date), [date]);
  useReload(date, request.reload);
  return (
    <>
      <div className="toolbar">
        {lead}
        <Segmented<PointsShown> value={show} onChange={setShow} options={SHOWN.map((value) => ({ value, label: t.points.show[value] }))} />
        <ExportMenu table="collection" span={dayOf(date)} />
      </div>
      <Loaded request={request}>
        {({ points, orders }) => (points.length === 0 ? <Nothing title={t.points.empty} hint={t.points.emptyHint} /> : <Desk points={points} orders={orders} show={show} onSent={request.reload} />)}
      </Loaded>
    </>
  );
}

interface DeskProps {
  points: readonly PointRow[];
  orders: readonly PointOrder[];
  show: PointsShown;
  onSent: () => void;
}

function Desk({ points, orders, show, onSent }: DeskProps) {
  const t = useText();
  const store = useStore();
  useEvery(1000);
  const now = Math.floor(store.now() / MINUTE) * MINUTE;
  const [selected, setSelected] = useState<string | null>(null);
  const shown = useMemo(() => filterPoints(points, show, now), [points, show, now]);
  const { due, served, inTime, missed, unobserved, unserved } = sumPoints(points, now);
  return (
    <div className="board-desk">
      <section className="panel">
        <header className="board-sum">
          <b className="number">{due === 0 ? '—' : `${((inTime / due) * 100).toFixed(1)}%`}</b>
          <span>{t.points.summary(served, due)}</span>
          {unserved > 0 && <span className="board-undone">{t.points.unserved(unserved)}</span>}
          {missed > 0 && <span className="bad">{t.points.missed(missed)}</span>}
          {unobserved > 0 && <span className="dim">{t.points.unobserved(unobserved)}</span>}
        </header>
        <PointTable rows={shown} orders={orders} now={now} onSent={onSent} selected={selected} onSelect={setSelected} />
      </section>
      <CityMap hidden={HIDDEN}>
        <PointsLayer rows={shown} now={now} selected={selected} onSelect={setSelected} />
      </CityMap>
    </div>
  );
}
