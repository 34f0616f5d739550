import { BorderOuterOutlined, EditOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { api } from '../../api/api';
import type { Area, Box } from '../../api/pastTypes';
import { AnswerMenu } from '../../common/ExportMenu';
import { useRequest, useStore } from '../../common/hooks';
import { fromPicker, toPicker } from '../../common/picker';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { DrawKeys } from '../../map/draw/DrawKeys';
import { DrawLayer } from '../../map/draw/DrawLayer';
import { begin, undo, type Drawing } from '../../map/draw/drawing';
import { areaOfDrawing } from './box';
import { BoxLayer } from './BoxLayer';
import { VisitorList } from './VisitorList';

const HIDDEN = ['routes', 'zones'] as const;
const FIRST_HOURS = 2;
const HOUR = 3_600_000;

interface Question {
  box: Area;
  from: number;
  to: number;
}

/** A box on the map and a period: the vehicles that were there. */
export function AreaDesk({ tabs }: { tabs: ReactNode }) {
  const t = useText();
  const store = useStore();
  const [box, setBox] = useState<Box | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [polygon, setPolygon] = useState<Drawing | null>(null);
  const [corner, setCorner] = useState<number | null>(null);
  const area: Area | null = polygon ? areaOfDrawing(polygon) : box;
  const [[from, to], setPeriod] = useState(() => [store.now() - FIRST_HOURS * HOUR, store.now()]);
  const [question, setQuestion] = useState<Question | null>(null);
  const request = useRequest(() => (question ? api.pastArea(question.box, question.from, question.to) : null), [question]);
  const drawn = useCallback((next: Box) => {
    setBox(next);
    setDrawing(false);
    setPolygon(null);
  }, []);
  return (
    <div className="playback" data-past={question ? (request.data ? 'answered' : 'asking') : 'waiting'}>
      <div className="toolbar">
        {tabs}
        <Button icon={<BorderOuterOutlined />} type={drawing ? 'primary' : 'default'} ghost={drawing} aria-pressed={drawing} onClick={() => {
            setPolygon(null);
            setDrawing(!drawing);
          }} data-action="draw">
          {drawing ? t.past.drawing : t.past.draw}
        </Button>
        <Button
          icon={<EditOutlined />}
          type={polygon ? 'primary' : 'default'}
          ghost={polygon !== null}
          aria-pressed={polygon !== null}
          onClick={() => {
            setDrawing(false);
            setPolygon(polygon ? null : begin('Polygon'));
          }}
          data-action="polygon"
        >
          {polygon ? t.past.drawingPolygon : t.past.polygon}
        </Button>
        {polygon && <Button icon={<UndoOutlined />} disabled={polygon.past.length === 0} aria-label={t.plan.undo} title={t.plan.undo} onClick={() => setPolygon(undo(polygon))} />}
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm' }}
          format="MM-DD HH:mm"
          allowClear={false}
          aria-label={t.past.period}
          value={[toPicker(from), toPicker(to)]}
          onChange={(dates) => dates?.[0] && dates[1] && setPeriod([fromPicker(dates[0]), fromPicker(dates[1])])}
        />
        <Button type="primary" disabled={!area || to <= from} loading={question !== null && request.loading} onClick={() => area && setQuestion({ box: area, from, to })} data-action="ask">
          {t.past.ask}
        </Button>
        {question && request.data && <AnswerMenu span={question} address={(format, span) => api.areaFileAddress(question.box, format, span.from, span.to)} />}
      </div>
      <div className="reverse-desk">
        <CityMap hidden={HIDDEN}>
          <BoxLayer box={polygon ? null : box} drawing={drawing} onBox={drawn} />
          {polygon && (
            <>
              <DrawLayer drawing={polygon} adding chosen={corner} onChoose={setCorner} onChange={setPolygon} />
              <DrawKeys drawing={polygon} chosen={corner} onChoose={setCorner} onChange={setPolygon} />
            </>
          )}
        </CityMap>
        <section className="panel">
          {question ? (
            <Loaded request={request}>{(answer) => <VisitorList key={`${question.from} ${question.to} ${question.box.west} ${question.box.polygon ?? ''}`} first={answer} question={question} />}</Loaded>
          ) : (
            <Nothing title={t.past.choose} hint={t.past.chooseHint} />
          )}
        </section>
      </div>
    </div>
  );
}
