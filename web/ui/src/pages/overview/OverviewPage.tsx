import { Segmented, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import { useEvery, useRequest, useStore } from '../../common/hooks';
import { later } from '../../common/Later';
import { Failed, Loaded } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import '../../style/cases.css';
import '../../style/overview.css';
import { useOpenCases } from '../cases/useOpenCases';
import { FiveNumbers } from './FiveNumbers';
import { OverdueCases } from './OverdueCases';
import { WorstCompanies } from './WorstCompanies';

const CasesMap = later(() => import('../cases/CasesMap'));

const READ_EVERY = 60_000;
const WEEKS = ['current', 'previous'] as const;
type ShownWeek = (typeof WEEKS)[number];

/** 总览: for who leads, on one page: five numbers, the open cases on a map, the worst three, what is overdue. */
export default function OverviewPage() {
  const t = useText();
  const [week, setWeek] = useState<ShownWeek>('current');
  const current = useRequest(() => api.overview(), []);
  const before = current.data?.previousWeek;
  const previous = useRequest(() => (week === 'previous' && before ? api.overview(before) : null), [week, before]);
  const { reload } = current;
  useEffect(() => {
    const timer = window.setInterval(reload, READ_EVERY);
    return () => window.clearInterval(timer);
  }, [reload]);
  const shown = week === 'current' ? current : previous;
  return (
    <div className="overview">
      <header>
        <Segmented<ShownWeek> value={week} onChange={setWeek} options={WEEKS.map((value) => ({ value, label: t.overview.week[value] }))} />
        {shown.data && (
          <span className="dim number">
            {shown.data.week} · {t.overview.asOf(monthDayTime(shown.data.time))}
          </span>
        )}
      </header>
      <Loaded request={shown}>
        {(overview) => (
          <>
            <FiveNumbers {...overview} />
            <div className="overview-desk">
              <CasesNow />
              <WorstCompanies worst={overview.worst} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** The open cases: where they are, and which are overdue. */
function CasesNow() {
  const store = useStore();
  const open = useOpenCases();
  useEvery(1000);
  const now = store.now();
  if (open.rows === null) return open.error ? <Failed error={open.error} retry={open.reload} /> : <Spin />;
  return (
    <>
      <CasesMap rows={open.rows} now={now} />
      <OverdueCases rows={open.rows} now={now} />
    </>
  );
}
