import type { EChartsCoreOption } from 'echarts/core';
import type { SensorReading, TrackPoint } from '../api/types';
import { GAP_MS, runs, type Interval } from '../domain/track';
import { clock } from '../domain/time';
import { word } from '../i18n/language';
import type { Dictionary } from '../i18n/zh';
import type { Mode } from '../shell/theme';

const INK = {
  light: { text: '#5d7076', line: '#dde4e5', speed: '#0a7061', area: 'rgba(11,125,110,.10)', weight: '#8a5a2b' },
  dark: { text: '#8fa3a8', line: '#26363c', speed: '#35c4a8', area: 'rgba(53,196,168,.12)', weight: '#d9a066' },
};
const VALUE_COLOUR: Record<string, string> = {
  OPEN: '#e0343b', PARTIAL: '#e8a11a', CLOSED: '#2f9e66', UP: '#e0343b', DOWN: '#9fb0b4', LOADED: '#8a5a2b', EMPTY: '#b9c7ca', ON: '#2b87b8', OFF: '#b9c7ca',
};
const LEFT = 58;
const RIGHT = 14;
const LANE_HEIGHT = 15;
const AXIS = 20;
/** Of a shorter period the axis has several marks a minute. */
const SECONDS_WITHIN_MS = 8 * 60_000;

interface Lane {
  name: string;
  words: Record<string, string>;
  read: (point: SensorReading) => string | null;
}

function lanesOf(points: readonly TrackPoint[], t: Dictionary): Lane[] {
  const all: Lane[] = [
    { name: t.sensor.cover, words: t.cover, read: (point) => point.cover },
    { name: t.sensor.lift, words: t.lift, read: (point) => point.lift },
    { name: t.sensor.load, words: t.load, read: (point) => point.load },
    { name: t.sensor.brush, words: t.switch, read: (point) => point.brush },
    { name: t.sensor.pump, words: t.switch, read: (point) => point.pump },
    { name: t.sensor.acc, words: t.switch, read: (point) => (point.acc === null ? null : point.acc ? 'ON' : 'OFF') },
  ];
  return all.filter((lane) => points.some((point) => lane.read(point) !== null));
}

/** A curve with a hole where the track has one. */
export function series(points: readonly TrackPoint[], read: (point: TrackPoint) => number | null): [number, number | null][] {
  const data: [number, number | null][] = [];
  points.forEach((point, i) => {
    const at = Date.parse(point.time);
    if (i > 0 && at - Date.parse(points[i - 1].time) > GAP_MS) data.push([at - 1, null]);
    data.push([at, read(point)]);
  });
  return data;
}

export interface CurvesInput {
  points: readonly TrackPoint[];
  period: Interval;
  /** Times to be marked, as the violation. */
  marked: readonly Interval[];
  /** Limit of the speed, km/h, where the alert is about one. */
  limitKmh: number | null;
  /** Speed only, as under a day's playback. */
  height: number;
  mode: Mode;
  t: Dictionary;
}

/** Speed, weight and the lanes of the switches over one axis of time. */
export function curvesOption(input: CurvesInput): EChartsCoreOption {
  const { points, period, height, mode, t } = input;
  const ink = INK[mode];
  const short = period.to - period.from < SECONDS_WITHIN_MS;
  const lanes = lanesOf(points, t);
  const weight = points.some((point) => point.weightT !== null);
  const lanesHeight = lanes.length * LANE_HEIGHT;
  const curvesHeight = Math.max(40, height - lanesHeight - AXIS - 16 - (weight ? 14 : 0));
  const speedHeight = weight ? curvesHeight * 0.55 : curvesHeight;
  const weightTop = 10 + speedHeight + 14;
  const lanesTop = height - AXIS - lanesHeight;
  const grids = [{ left: LEFT, right: RIGHT, top: 10, height: speedHeight }];
  if (weight) grids.push({ left: LEFT, right: RIGHT, top: weightTop, height: curvesHeight - speedHeight });
  if (lanes.length > 0) grids.push({ left: LEFT, right: RIGHT, top: lanesTop, height: lanesHeight });
  const last = grids.length - 1;
  const label = { color: ink.text, fontSize: 11 };
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: grids,
    xAxis: grids.map((_, gridIndex) => ({
      type: 'time',
      gridIndex,
      min: period.from,
      max: period.to,
      axisLabel: { ...label, show: gridIndex === last, hideOverlap: true, formatter: (at: number) => (short ? clock(at) : clock(at).slice(0, 5)) },
      axisTick: { show: gridIndex === last },
      axisLine: { lineStyle: { color: ink.line } },
      splitLine: { show: true, lineStyle: { color: ink.line } },
    })),
    yAxis: grids.map((_, gridIndex) => {
      if (gridIndex === last && lanes.length > 0) {
        return { type: 'category', gridIndex, inverse: true, data: lanes.map(({ name }) => name), axisLabel: { ...label, interval: 0 }, axisTick: { show: false }, axisLine: { show: false } };
      }
      const name = gridIndex === 0 ? 'km/h' : 't';
      return { type: 'value', gridIndex, min: 0, splitNumber: 3, axisLabel: { ...label, formatter: (value: number) => `${value}` }, name, nameLocation: 'middle', nameGap: 34, nameTextStyle: label, splitLine: { lineStyle: { color: ink.line } } };
    }),
    series: [
      speedSeries(input, ink),
      ...(weight ? [{ type: 'line', xAxisIndex: 1, yAxisIndex: 1, showSymbol: false, step: 'end', data: series(points, (point) => point.weightT), lineStyle: { color: ink.weight, width: 1.6 } }] : []),
      ...(lanes.length > 0 ? [laneSeries(points, lanes, last)] : []),
    ],
  };
}

function speedSeries({ points, marked, limitKmh }: CurvesInput, ink: (typeof INK)['light']) {
  return {
    type: 'line',
    showSymbol: false,
    sampling: 'lttb',
    data: series(points, (point) => point.speedKmh),
    lineStyle: { color: ink.speed, width: 1.6 },
    areaStyle: { color: ink.area },
    markArea: { silent: true, itemStyle: { color: 'rgba(224,52,59,.14)' }, data: marked.map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]) },
    markLine:
      limitKmh === null
        ? undefined
        : { silent: true, symbol: 'none', lineStyle: { color: '#e0343b', type: 'dashed' }, label: { formatter: `${limitKmh}`, color: '#e0343b', position: 'insideEndTop' }, data: [{ yAxis: limitKmh }] },
  };
}

interface LaneApi {
  value(index: number): number;
  coord(point: [number, number]): [number, number];
}

/** Each run of a switch as a bar in its lane, with the word in it where there is room. */
function laneSeries(points: readonly TrackPoint[], lanes: readonly Lane[], index: number) {
  const bars = lanes.flatMap((lane, row) => runs(points, lane.read).map((run) => ({ row, ...run, word: word(lane.words, run.value) })));
  return {
    type: 'custom',
    xAxisIndex: index,
    yAxisIndex: index,
    clip: true,
    encode: { x: [1, 2], y: 0 },
    data: bars.map(({ row, from, to }) => [row, from, to]),
    renderItem: ({ dataIndex }: { dataIndex: number }, at: LaneApi) => {
      const [x, y] = at.coord([at.value(1), at.value(0)]);
      const width = Math.max(1, at.coord([at.value(2), at.value(0)])[0] - x);
      const { value, word: text } = bars[dataIndex];
      return {
        type: 'rect',
        shape: { x, y: y - LANE_HEIGHT / 2 + 1, width, height: LANE_HEIGHT - 2 },
        style: { fill: VALUE_COLOUR[value] ?? '#9fb0b4' },
        textContent: width < 40 ? undefined : { style: { text, fill: '#fff', fontSize: 10 } },
        textConfig: { position: 'inside' },
      };
    },
  };
}
