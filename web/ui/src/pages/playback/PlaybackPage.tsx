import { Button, DatePicker, Select, Segmented } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/api';
import { TrackMenu } from '../../common/ExportMenu';
import { useFleet, useRequest } from '../../common/hooks';
import { fromPicker, toPicker } from '../../common/picker';
import { go, useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { PlaybackDesk } from './PlaybackDesk';
import { PRESETS, periodOf, type Period, type Preset } from './period';

/** 轨迹回放: where one vehicle was, with its stops, alerts and silences. */
export default function PlaybackPage() {
  const t = useText();
  const store = useFleet();
  const { argument: plate, query } = useRoute();
  const [preset, setPreset] = useState<Preset | null>(query.has('from') ? null : 'twoHours');
  const [period, setPeriod] = useState<Period>(() => {
    const [from, to] = [query.get('from'), query.get('to')];
    return from && to ? { from: Date.parse(from), to: Date.parse(to) } : periodOf('twoHours', store.now());
  });
  const request = useRequest(
    () => (plate ? api.track(plate, new Date(period.from).toISOString(), new Date(period.to).toISOString()) : null),
    [plate, period],
  );
  const choose = (next: Preset) => {
    setPreset(next);
    setPeriod(periodOf(next, store.now()));
  };
  const range = (dates: [Dayjs | null, Dayjs | null] | null) => {
    if (!dates?.[0] || !dates[1]) return;
    setPreset(null);
    setPeriod({ from: fromPicker(dates[0]), to: fromPicker(dates[1]) });
  };
  const plates = [...store.vehicles.values()].sort((a, b) => a.plate.localeCompare(b.plate));

  return (
    <div className="playback">
      <div className="toolbar">
        <Select
          showSearch
          placeholder={t.playback.vehicle}
          aria-label={t.playback.vehicle}
          value={plate || undefined}
          onChange={(value: string) => go('playback', value)}
          options={plates.map((vehicle) => ({ value: vehicle.plate, label: `${vehicle.plate} · ${t.kind[vehicle.kind]}` }))}
          style={{ width: 220 }}
        />
        <Segmented<Preset | 'none'>
          value={preset ?? 'none'}
          onChange={(value) => value !== 'none' && choose(value)}
          options={PRESETS.map((value) => ({ value, label: t.playback[value] }))}
        />
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm' }}
          format="MM-DD HH:mm"
          allowClear={false}
          aria-label={t.common.period}
          value={[toPicker(period.from), toPicker(period.to)]}
          onChange={range}
        />
        <Button onClick={() => (preset ? choose(preset) : request.reload())} loading={request.loading}>
          {t.playback.load}
        </Button>
        {plate && <TrackMenu plate={plate} span={period} />}
      </div>
      {plate === '' ? (
        <Nothing title={t.playback.choose} hint={t.playback.chooseHint} />
      ) : (
        <Loaded request={request}>
          {(track) =>
            track.points.length === 0 ? (
              <Nothing title={t.playback.none} hint={t.playback.noneHint} />
            ) : (
              <PlaybackDesk key={`${track.plate} ${track.points[0].time}`} track={track} />
            )
          }
        </Loaded>
      )}
    </div>
  );
}
