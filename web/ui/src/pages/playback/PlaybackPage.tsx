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

/** So many vehicles are told from each other on one map. */
const MOST = 6;

/** 轨迹回放: where vehicles were, with their stops, alerts and silences. */
export default function PlaybackPage() {
  const t = useText();
  const store = useFleet();
  const { argument, query } = useRoute();
  const chosen = [argument, ...(query.get('with') ?? '').split(',')].filter(Boolean).slice(0, MOST);
  const together = chosen.join(',');
  const [preset, setPreset] = useState<Preset | null>(query.has('from') ? null : 'twoHours');
  const [period, setPeriod] = useState<Period>(() => {
    const [from, to] = [query.get('from'), query.get('to')];
    return from && to ? { from: Date.parse(from), to: Date.parse(to) } : periodOf('twoHours', store.now());
  });
  const request = useRequest(
    () =>
      chosen.length === 0
        ? null
        : Promise.all(chosen.map((plate) => api.track(plate, new Date(period.from).toISOString(), new Date(period.to).toISOString()))),
    [together, period],
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
        <Select<string[]>
          mode="multiple"
          showSearch
          maxCount={MOST}
          maxTagCount="responsive"
          placeholder={t.playback.vehicle}
          aria-label={t.playback.vehicle}
          title={t.playback.together}
          value={chosen}
          onChange={([first = '', ...others]) => go('playback', first, others.length > 0 ? { with: others.join(',') } : {})}
          options={plates.map((vehicle) => ({ value: vehicle.plate, label: `${vehicle.plate} · ${t.kind[vehicle.kind]}` }))}
          optionLabelProp="value"
          style={{ width: 260 }}
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
        {chosen.length === 1 && <TrackMenu plate={chosen[0]} span={period} />}
      </div>
      {chosen.length === 0 ? (
        <Nothing title={t.playback.choose} hint={t.playback.chooseHint} />
      ) : (
        <Loaded request={request}>
          {(tracks) =>
            tracks.every(({ points }) => points.length === 0) ? (
              <Nothing title={t.playback.none} hint={t.playback.noneHint} />
            ) : (
              <PlaybackDesk key={tracks.map(({ plate, points }) => `${plate} ${points[0]?.time}`).join()} tracks={tracks} />
            )
          }
        </Loaded>
      )}
    </div>
  );
}
