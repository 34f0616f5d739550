import { ScheduleOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { api } from '../../api/api';
import type { Operation, RoadOrder, RoadRow } from '../../api/types';
import { ExportMenu } from '../../common/ExportMenu';
import { DayPicker } from '../../common/DayPicker';
import { useEvery, useRequest, useStore } from '../../common/hooks';
import { routeTo } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { mayAssign, useUser } from '../../common/user';
import { day, dayOf } from '../../domain/time';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { Callable } from './Callable';
import { RoadTable } from './RoadTable';
import { SweepingLayer } from './SweepingLayer';
import { callableVehicles, filterRoads, isClosing, isUndone, opsOf, windowsOf, type BoardFilter, type Shown } from './board';
import { ExemptionsBoard } from './exemptions/ExemptionsBoard';
import { PointsBoard } from './points/PointsBoard';
import { useDrop } from './useDrop';
import { useReload } from './useReload';

const HIDDEN = ['routes', 'zones'] as const;
const MINUTE = 60_000;
const SHOWN: readonly Shown[] = ['ALL', 'UNDONE', 'CLOSING'];

type Tab = 'ROADS' | 'POINTS' | 'EXEMPTIONS';
const TABS: readonly Tab[] = ['ROADS', 'POINTS', 'EXEMPTIONS'];

/** 环卫作业: the roads of a day, its collection points, and what is excused. */
export default function SweepingPage() {
  const t = useText();
  const store = useStore();
  const [date, setDate] = useState(() => day(store.now()));
  const [tab, setTab] = useState<Tab>('ROADS');
  const tabs = <Segmented<Tab> value={tab} onChange={setTab} options={TABS.map((value) => ({ value, label: t.points.tabs[value] }))} />;
  const lead = (
    <>
      {tabs}
      <DayPicker value={date} onChange={setDate} />
      <Button icon={<ScheduleOutlined />} href={routeTo('plan', tab === 'POINTS' ? 'collection_points' : 'requirements')}>
        {t.points.plan}
      </Button>
    </>
  );
  return (
    <div className="board">
      {tab === 'ROADS' && <RoadsBoard date={date} lead={lead} />}
      {tab === 'POINTS' && <PointsBoard date={date} lead={lead} />}
      {tab === 'EXEMPTIONS' && <ExemptionsBoard lead={tabs} />}
    </div>
  );
}

/** What was to be swept, what was, and what can still be, road by road and side by side. */
function RoadsBoard({ date, lead }: { date: string; lead: ReactNode }) {
  const t = useText();
  const [filter, setFilter] = useState<BoardFilter>({ op: null, window: null, show: 'ALL' });
  const request = useRequest(() => api.sweeping(date), [date]);
  const all = request.data?.roads ?? [];
  useReload(date, request.reload);
  return (
    <>
      <div className="toolbar">
        {lead}
        <Select<Operation | ''>
          aria-label={t.sweeping.allOps}
          value={filter.op ?? ''}
          onChange={(op) => setFilter({ ...filter, op: op || null })}
          options={[{ value: '', label: t.sweeping.allOps }, ...opsOf(all).map((op) => ({ value: op, label: t.op[op] }))]}
          style={{ width: 110 }}
        />
        <Select<string>
          aria-label={t.sweeping.allWindows}
          value={filter.window ?? ''}
          onChange={(window) => setFilter({ ...filter, window: window || null })}
          options={[{ value: '', label: t.sweeping.allWindows }, ...windowsOf(all).map((value) => ({ value, label: value }))]}
          style={{ width: 130 }}
        />
        <Segmented<Shown>
          value={filter.show}
          onChange={(show) => setFilter({ ...filter, show })}
          options={SHOWN.map((value) => ({ value, label: t.sweeping.show[value] }))}
        />
        <ExportMenu table="sweeping" span={dayOf(date)} />
      </div>
      <Loaded request={request}>
        {({ roads, orders }) => (roads.length === 0 ? <Nothing title={t.sweeping.empty} hint={t.sweeping.emptyHint} /> : <Board roads={roads} orders={orders} filter={filter} onSent={request.reload} />)}
      </Loaded>
    </>
  );
}

interface BoardProps {
  roads: readonly RoadRow[];
  orders: readonly RoadOrder[];
  filter: BoardFilter;
  onSent: () => void;
}

function Board({ roads, orders, filter, onSent }: BoardProps) {
  const t = useText();
  const store = useStore();
  useEvery(1000);
  const now = Math.floor(store.now() / MINUTE) * MINUTE;
  const [road, setRoad] = useState<string | null>(null);
  const user = useUser();
  const drop = useDrop(orders, now, onSent);
  const callable = mayAssign(user) ? callableVehicles(roads, store.live.values(), now) : [];
  const shown = useMemo(() => filterRoads(roads, filter, now), [roads, filter, now]);
  const rows = shown.flatMap((row) => row.rows);
  const undone = rows.filter((row) => isUndone(row, now)).length;
  const closing = rows.filter((row) => isClosing(row, now)).length;
  const sum = (figure: 'due' | 'worked' | 'required' | 'done') => shown.reduce((total, row) => total + row[figure], 0);
  const [required, done] = [sum('required'), sum('done')];
  return (
    <div className="board-desk">
      <section className="panel">
        <header className="board-sum">
          <b className="number">{required === 0 ? '—' : `${((done / required) * 100).toFixed(1)}%`}</b>
          <span>{t.passes.judged(done, required)}</span>
          <span data-passes={`${sum('worked')}/${sum('due')}`}>{t.passes.ofDay(sum('due'), sum('worked'))}</span>
          {undone > 0 && <span className="board-undone">{t.sweeping.undoneNow(undone)}</span>}
          {closing > 0 && <span className="bad">{t.sweeping.closing(closing)}</span>}
        </header>
        {callable.length > 0 && <Callable vehicles={callable} onDrag={drop.drag} />}
        <RoadTable roads={shown} orders={orders} onSent={onSent} now={now} selected={road} onSelect={setRoad} drop={drop} />
      </section>
      <CityMap hidden={HIDDEN}>
        <SweepingLayer roads={shown} now={now} selected={road} onSelect={setRoad} drop={drop} />
      </CityMap>
    </div>
  );
}
