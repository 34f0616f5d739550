import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { Operation, RoadRow } from '../../api/types';
import { DayPicker } from '../../common/DayPicker';
import { useRequest, useStore } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { RoadTable } from './RoadTable';
import { SweepingLayer } from './SweepingLayer';
import { filterRoads, opsOf, windowsOf, type BoardFilter } from './board';

const HIDDEN = ['routes', 'zones'] as const;

/** 环卫作业: what was to be swept, and what was, road by road and side by side. */
export default function SweepingPage() {
  const t = useText();
  const store = useStore();
  const [date, setDate] = useState(() => day(store.now()));
  const [filter, setFilter] = useState<BoardFilter>({ op: null, window: null, onlyOpen: false });
  const request = useRequest(() => api.sweeping(date), [date]);
  const all = request.data?.roads ?? [];
  return (
    <div className="board">
      <div className="toolbar">
        <DayPicker value={date} onChange={setDate} />
        <Select<Operation | ''>
          value={filter.op ?? ''}
          onChange={(op) => setFilter({ ...filter, op: op || null })}
          options={[{ value: '', label: t.sweeping.allOps }, ...opsOf(all).map((op) => ({ value: op, label: t.op[op] }))]}
          style={{ width: 110 }}
        />
        <Select<string>
          value={filter.window ?? ''}
          onChange={(window) => setFilter({ ...filter, window: window || null })}
          options={[{ value: '', label: t.sweeping.allWindows }, ...windowsOf(all).map((value) => ({ value, label: value }))]}
          style={{ width: 130 }}
        />
        <Checkbox checked={filter.onlyOpen} onChange={({ target }) => setFilter({ ...filter, onlyOpen: target.checked })}>
          {t.sweeping.onlyOpen}
        </Checkbox>
      </div>
      <Loaded request={request}>
        {({ roads }) => (roads.length === 0 ? <Nothing title={t.sweeping.empty} hint={t.sweeping.emptyHint} /> : <Board roads={roads} filter={filter} />)}
      </Loaded>
    </div>
  );
}

function Board({ roads, filter }: { roads: readonly RoadRow[]; filter: BoardFilter }) {
  const t = useText();
  const store = useStore();
  const [now] = useState(() => store.now());
  const [road, setRoad] = useState<string | null>(null);
  const shown = useMemo(() => filterRoads(roads, filter), [roads, filter]);
  const required = shown.reduce((sum, row) => sum + row.required, 0);
  const done = shown.reduce((sum, row) => sum + row.done, 0);
  return (
    <div className="board-desk">
      <section className="panel">
        <header className="board-sum">
          <b className="number">{required === 0 ? '—' : `${((done / required) * 100).toFixed(1)}%`}</b>
          <span>{t.sweeping.summary(done, required)}</span>
        </header>
        <RoadTable roads={shown} now={now} selected={road} onSelect={setRoad} />
      </section>
      <CityMap hidden={HIDDEN}>
        <SweepingLayer roads={shown} now={now} selected={road} onSelect={setRoad} />
      </CityMap>
    </div>
  );
}
