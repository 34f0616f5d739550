import { BorderOuterOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { api } from '../../api/api';
import type { Box } from '../../api/pastTypes';
import { useRequest, useStore } from '../../common/hooks';
import { fromPicker, toPicker } from '../../common/picker';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { BoxLayer } from './BoxLayer';
import { VisitorList } from './VisitorList';

const HIDDEN = ['routes', 'zones'] as const;
const FIRST_HOURS = 2;
const HOUR = 3_600_000;

interface Question {
  box: Box;
  from: number;
  to: number;
}

/** A box on the map and a period: the vehicles that were there. */
export function AreaDesk({ tabs }: { tabs: ReactNode }) {
  const t = useText();
  const store = useStore();
  const [box, setBox] = useState<Box | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [[from, to], setPeriod] = useState(() => [store.now() - FIRST_HOURS * HOUR, store.now()]);
  const [question, setQuestion] = useState<Question | null>(null);
  const request = useRequest(() => (question ? api.pastArea(question.box, question.from, question.to) : null), [question]);
  const drawn = useCallback((next: Box) => {
    setBox(next);
    setDrawing(false);
  }, []);
  return (
    <div className="playback" data-past={question ? (request.data ? 'answered' : 'asking') : 'waiting'}>
      <div className="toolbar">
        {tabs}
        <Button icon={<BorderOuterOutlined />} type={drawing ? 'primary' : 'default'} ghost={drawing} aria-pressed={drawing} onClick={() => setDrawing(!drawing)} data-action="draw">
          {drawing ? t.past.drawing : t.past.draw}
        </Button>
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm' }}
          format="MM-DD HH:mm"
          allowClear={false}
          aria-label={t.past.period}
          value={[toPicker(from), toPicker(to)]}
          onChange={(dates) => dates?.[0] && dates[1] && setPeriod([fromPicker(dates[0]), fromPicker(dates[1])])}
        />
        <Button type="primary" disabled={!box || to <= from} loading={question !== null && request.loading} onClick={() => box && setQuestion({ box, from, to })} data-action="ask">
          {t.past.ask}
        </Button>
      </div>
      <div className="reverse-desk">
        <CityMap hidden={HIDDEN}>
          <BoxLayer box={box} drawing={drawing} onBox={drawn} />
        </CityMap>
        <section className="panel">
          {question ? (
            <Loaded request={request}>{(answer) => <VisitorList key={`${question.from} ${question.to} ${question.box.west}`} first={answer} question={question} />}</Loaded>
          ) : (
            <Nothing title={t.past.choose} hint={t.past.chooseHint} />
          )}
        </section>
      </div>
    </div>
  );
}
