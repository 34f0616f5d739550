import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { TrackPoint } from '../api/types';
import { useSize } from '../common/hooks';
import type { Playhead } from '../domain/playhead';
import type { Interval } from '../domain/track';
import { useText } from '../i18n/language';
import { useTheme } from '../shell/theme';
import { curvesOption } from './curves';

use([LineChart, CustomChart, GridComponent, MarkAreaComponent, MarkLineComponent, CanvasRenderer]);

interface Props {
  points: readonly TrackPoint[];
  period: Interval;
  marked: readonly Interval[];
  limitKmh?: number | null;
  playhead: Playhead;
}

/** The sensor curves. Their cursor is the playhead: it follows the map, and pulling it moves the map. */
export default function Curves({ points, period, marked, limitKmh = null, playhead }: Props) {
  const t = useText();
  const { mode } = useTheme();
  const [box, width, height] = useSize<HTMLDivElement>();
  const cursor = useRef<HTMLElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);

  useEffect(() => {
    const made = init(box.current);
    setChart(made);
    return () => made.dispose();
  }, [box]);

  useEffect(() => {
    if (!chart || chart.isDisposed() || height < 60) return undefined;
    chart.resize();
    chart.setOption(curvesOption({ points, period, marked, limitKmh, height, mode, t }), true);
    const move = () => {
      const x = Number(chart.convertToPixel({ xAxisIndex: 0 }, playhead.time));
      if (cursor.current && Number.isFinite(x)) cursor.current.style.transform = `translateX(${x}px)`;
    };
    move();
    return playhead.subscribe(move);
  }, [chart, points, period, marked, limitKmh, width, height, mode, t, playhead]);

  const seek = (event: PointerEvent<HTMLDivElement>) => {
    if (!chart || event.buttons !== 1) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    playhead.seek(Number(chart.convertFromPixel({ xAxisIndex: 0 }, x)));
  };

  return (
    <div className="curves" data-curves={points.length > 0 ? 'ready' : 'empty'} onPointerDown={seek} onPointerMove={seek}>
      <div ref={box} className="curves-box" />
      <i ref={cursor} className="curves-cursor" />
    </div>
  );
}
