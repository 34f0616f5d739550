import { Select, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { EndKind, TripRow } from '../../api/types';
import { ExportMenu } from '../../common/ExportMenu';
import { DayPicker } from '../../common/DayPicker';
import { useRequest, useSize, useStore } from '../../common/hooks';
import { Plate } from '../../common/Marks';
import { opens } from '../../common/opens';
import { go, useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { clock, day, dayOf, duration } from '../../domain/time';
import { useText } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { CameraCell, PermitCell, TrackCell, WaybillCell } from './EvidenceCells';
import { ExpiringPermits } from './ExpiringPermits';
import { GAPS, gapsOf, type Gap } from './evidence';
import { GhostWaybills } from './GhostWaybills';

const HEADER = 36;
const KINDS: readonly EndKind[] = ['OK', 'WRONG_SITE', 'ELSEWHERE', 'UNEXPLAINED', 'PARKED_LOADED', 'GAP', 'OVERDUE', 'UNDER_WAY'];

/** 趟次台账: every loaded trip of a day, and how it ended. */
export default function TripsPage() {
  const t = useText();
  const store = useStore();
  const [date, setDate] = useState(() => day(store.now()));
  const [plate, setPlate] = useState(useRoute().query.get('plate') ?? undefined);
  const [kind, setKind] = useState<EndKind | null>(null);
  const [gap, setGap] = useState<Gap | null>(null);
  const request = useRequest(() => api.trips(date, plate), [date, plate]);
  const trucks = [...store.vehicles.values()].filter((vehicle) => vehicle.kind === 'MUCK_TRUCK').map((vehicle) => vehicle.plate).sort();
  return (
    <div className="ledger">
      <div className="toolbar">
        <DayPicker value={date} onChange={setDate} />
        <Select
          allowClear
          showSearch
          aria-label={t.column.plate}
          placeholder={t.column.plate}
          value={plate}
          onChange={setPlate}
          options={trucks.map((value) => ({ value, label: value }))}
          style={{ width: 150 }}
        />
        <ExportMenu table="trips" span={dayOf(date)} />
        {request.data && <Kinds trips={request.data.trips} kind={kind} onKind={setKind} />}
        {request.data && <Gaps trips={request.data.trips} gap={gap} onGap={setGap} />}
      </div>
      <ExpiringPermits />
      <GhostWaybills date={date} />
      <Loaded request={request}>
        {({ trips }) => (trips.length === 0 ? <Nothing title={t.trips.empty} hint={t.trips.emptyHint} /> : <Trips trips={trips.filter((trip) => (!kind || trip.endKind === kind) && (!gap || gapsOf(trip).includes(gap)))} />)}
      </Loaded>
    </div>
  );
}

/** How many trips ended how; a click shows them alone. */
function Kinds({ trips, kind, onKind }: { trips: TripRow[]; kind: EndKind | null; onKind: (kind: EndKind | null) => void }) {
  const t = useText();
  return (
    <div className="kinds">
      <button type="button" className={kind === null ? 'on' : ''} onClick={() => onKind(null)}>
        {t.trips.total(trips.length)}
      </button>
      {KINDS.map((value) => {
        const count = trips.filter((trip) => trip.endKind === value).length;
        return count === 0 ? null : (
          <button key={value} type="button" className={`end-${value} ${kind === value ? 'on' : ''}`} onClick={() => onKind(kind === value ? null : value)}>
            {t.endKind[value]} <b className="number">{count}</b>
          </button>
        );
      })}
    </div>
  );
}

/** How many trips lack what; a click shows them alone. */
function Gaps({ trips, gap, onGap }: { trips: TripRow[]; gap: Gap | null; onGap: (gap: Gap | null) => void }) {
  const t = useText();
  return (
    <div className="kinds gaps">
      {GAPS.map((value) => {
        const count = trips.filter((trip) => gapsOf(trip).includes(value)).length;
        return count === 0 ? null : (
          <button key={value} type="button" aria-pressed={gap === value} className={gap === value ? 'on' : ''} onClick={() => onGap(gap === value ? null : value)}>
            {t.trips.gap[value]} <b className="number warn">{count}</b>
          </button>
        );
      })}
    </div>
  );
}

const percent = (share: number | null) => (share === null ? '—' : `${Math.floor(share * 100)}%`);

function columnsOf(t: Dictionary): TableColumnsType<TripRow> {
  const number = (text: string) => <span className="number">{text}</span>;
  return [
    { title: t.column.plate, width: 96, fixed: 'left', render: (_, trip) => <Plate plate={trip.plate} /> },
    { title: t.trips.endKind, width: 104, render: (_, trip) => <span className={`end end-${trip.endKind}`}>{t.endKind[trip.endKind]}</span> },
    { title: t.trips.site, width: 110, ellipsis: true, render: (_, trip) => trip.siteName || trip.siteId || '—' },
    { title: t.trips.out, width: 80, render: (_, trip) => number(clock(trip.outTime)), sorter: (a, b) => a.outTime.localeCompare(b.outTime), defaultSortOrder: 'descend' },
    { title: t.trips.end, width: 158, ellipsis: true, render: (_, trip) => <span>{number(trip.endTime ? clock(trip.endTime) : '—')} {trip.endPlaceName || trip.endPlaceId}</span> },
    { title: t.trips.permit, width: 88, ellipsis: true, render: (_, trip) => <PermitCell trip={trip} /> },
    { title: t.trips.waybill, width: 100, ellipsis: true, render: (_, trip) => <WaybillCell trip={trip} /> },
    { title: t.trips.camera, width: 90, ellipsis: true, render: (_, trip) => <CameraCell trip={trip} /> },
    { title: t.trips.track, width: 92, render: (_, trip) => <TrackCell trip={trip} /> },
    { title: t.trips.duration, width: 72, align: 'right', render: (_, trip) => number(trip.endTime ? duration(Date.parse(trip.endTime) - Date.parse(trip.outTime)) : '—') },
    { title: t.trips.distance, width: 92, align: 'right', render: (_, trip) => number(trip.distanceMetres === null ? '—' : (trip.distanceMetres / 1000).toFixed(1)), sorter: (a, b) => (a.distanceMetres ?? 0) - (b.distanceMetres ?? 0) },
    { title: t.trips.adherence, width: 104, align: 'right', render: (_, trip) => number(percent(trip.adherence)), sorter: (a, b) => (a.adherence ?? 1) - (b.adherence ?? 1) },
    { title: t.trips.coverOpen, width: 104, align: 'right', render: (_, trip) => number(trip.coverOpenSeconds > 0 ? duration(trip.coverOpenSeconds * 1000) : '—'), sorter: (a, b) => a.coverOpenSeconds - b.coverOpenSeconds },
    { title: t.trips.maxSpeed, width: 76, align: 'right', render: (_, trip) => number(trip.maxSpeedKmh === null ? '—' : trip.maxSpeedKmh.toFixed(0)) },
  ];
}

function Trips({ trips }: { trips: TripRow[] }) {
  const t = useText();
  const store = useStore();
  const [box, , height] = useSize<HTMLDivElement>();
  const columns = useMemo(() => columnsOf(t), [t]);
  const replay = (trip: TripRow) =>
    go('playback', trip.plate, { from: trip.outTime, to: trip.endTime ?? new Date(Math.min(store.now(), Date.parse(trip.outTime) + 2 * 3_600_000)).toISOString() });
  return (
    <div className="fill panel" ref={box}>
      <Table<TripRow>
        size="small"
        virtual
        rowKey="id"
        columns={columns}
        dataSource={trips}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ x: 1366, y: Math.max(100, height - HEADER) }}
        onRow={(trip) => opens(() => replay(trip), { title: t.nav.playback })}
      />
    </div>
  );
}
