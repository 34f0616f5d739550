import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import type { PeriodKind, ReportRun } from '../../api/reportTypes';
import type { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { PeriodDays, PeriodMark } from './PeriodMark';
import { RunDesk } from './RunDesk';
import { RunFiles } from './RunFiles';

type Shown = 'ALL' | PeriodKind;
const SHOWN: readonly Shown[] = ['ALL', 'WEEK', 'MONTH', 'DAYS'];

interface Props {
  request: ReturnType<typeof useRequest<{ runs: ReportRun[] }>>;
}

/** The reports that were frozen: how far each is, and the desk at which it is signed. */
export function RunList({ request }: Props) {
  const t = useText();
  const [shown, setShown] = useState<Shown>('ALL');
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <section className="report-runs">
      <Loaded request={request}>
        {({ runs }) =>
          runs.length === 0 ? (
            <Nothing title={t.reports.noRuns} hint={t.reports.noRunsHint} />
          ) : (
            <>
              <Segmented<Shown>
                value={shown}
                onChange={setShown}
                options={SHOWN.map((value) => ({ value, label: value === 'ALL' ? t.reports.allKinds : t.reports.kind[value] }))}
              />
              <Runs runs={runs.filter(({ kind }) => shown === 'ALL' || kind === shown)} onOpen={setOpened} />
            </>
          )
        }
      </Loaded>
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={t.reports.desk}
        size={560}
        destroyOnHidden
      >
        {opened !== null && <RunDesk id={opened} onMoved={request.reload} />}
      </Drawer>
    </section>
  );
}

function Runs({ runs, onOpen }: { runs: ReportRun[]; onOpen: (id: number) => void }) {
  const t = useText();
  if (runs.length === 0) return <p className="dim">{t.reports.noneOfKind}</p>;
  return (
    <ol>
      {runs.map((run) => (
        <RunCard key={run.id} run={run} onOpen={() => onOpen(run.id)} />
      ))}
    </ol>
  );
}

function RunCard({ run, onOpen }: { run: ReportRun; onOpen: () => void }) {
  const t = useText();
  return (
    <li data-run={run.id}>
      <PeriodMark of={run} />
      <div className="run-words">
        <b>
          {`${t.reports.kind[run.kind]} · ${t.reports.edition[run.edition]}`}
          <em className={`run-state run-${run.state}`}>{t.reports.state[run.state]}</em>
        </b>
        <span className="dim">
          <PeriodDays of={run} />
        </span>
        <span className="dim">{t.reports.frozenAt(monthDayTime(run.frozenAt))}</span>
      </div>
      <div className="week-files">
        <Button onClick={onOpen} data-open-run={run.id}>
          {run.state === 'ISSUED' ? t.reports.view : t.reports.open}
        </Button>
        <RunFiles run={run} />
      </div>
    </li>
  );
}
