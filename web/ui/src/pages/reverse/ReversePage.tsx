import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/api';
import { AnswerMenu } from '../../common/ExportMenu';
import { useRequest, useStore } from '../../common/hooks';
import { fromPicker, toPicker } from '../../common/picker';
import { useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import '../../style/reverse.css';
import { CandidateList } from './CandidateList';
import { SpotLayer, type Spot } from './SpotLayer';

const HIDDEN = ['routes', 'zones'] as const;
const FIRST_HOURS = 2;
const MOST_HOURS = 31 * 24;

interface Question extends Spot {
  from: number;
  to: number;
}

/** Before something was found it may have lain there all night. */
const NIGHT_HOURS = 4;

/** What an address asks: a place and when something was found there, as a case knows them. */
function useAsked(): Question | null {
  const { query } = useRoute();
  const [lon, lat, to] = [Number(query.get('lon') ?? NaN), Number(query.get('lat') ?? NaN), Date.parse(query.get('to') ?? '')];
  if (![lon, lat, to].every(Number.isFinite)) return null;
  return { lon, lat, to, from: to - NIGHT_HOURS * 3_600_000 };
}

/** 遗撒反查: something lies on the road; who passed, ranked with the reasons, and who was not observed. */
export default function ReversePage() {
  const t = useText();
  const store = useStore();
  const asked = useAsked();
  const [spot, setSpot] = useState<Spot | null>(asked);
  const [[from, to], setPeriod] = useState(() => (asked ? [asked.from, asked.to] : [dayjs(store.now()).subtract(FIRST_HOURS, 'hour').valueOf(), store.now()]));
  const [question, setQuestion] = useState<Question | null>(asked);
  const request = useRequest(
    () => (question ? api.spill(question.lon, question.lat, new Date(question.from).toISOString(), new Date(question.to).toISOString()) : null),
    [question],
  );
  const tooLong = to - from > MOST_HOURS * 3_600_000 || to <= from;
  return (
    <div className="playback" data-reverse={question ? (request.data ? 'answered' : 'asking') : 'waiting'}>
      <div className="toolbar">
        <span className="dim">{t.reverse.period}</span>
        <DatePicker.RangePicker
          showTime={{ format: 'HH:mm' }}
          format="MM-DD HH:mm"
          allowClear={false}
          aria-label={t.common.period}
          status={tooLong ? 'error' : undefined}
          value={[toPicker(from), toPicker(to)]}
          onChange={(dates) => dates?.[0] && dates[1] && setPeriod([fromPicker(dates[0]), fromPicker(dates[1])])}
        />
        <Button type="primary" disabled={!spot || tooLong} loading={question !== null && request.loading} onClick={() => spot && setQuestion({ ...spot, from, to })}>
          {t.reverse.ask}
        </Button>
        {question && request.data && <AnswerMenu span={question} address={(format, span) => api.spillFileAddress(question.lon, question.lat, format, span.from, span.to)} />}
        <span className="dim">{t.reverse.disclaimer}</span>
      </div>
      <div className="reverse-desk">
        <CityMap hidden={HIDDEN}>
          <SpotLayer spot={spot} answer={request.data} onSpot={setSpot} />
        </CityMap>
        <section className="panel">
          {question ? (
            <Loaded request={request}>{(answer) => <CandidateList answer={answer} />}</Loaded>
          ) : (
            <Nothing title={t.reverse.click} hint={t.reverse.clickHint} />
          )}
        </section>
      </div>
    </div>
  );
}
