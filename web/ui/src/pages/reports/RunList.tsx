import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { ReportRun } from '../../api/reportTypes';
import { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { day, monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { RunDesk } from './RunDesk';
import { RunFiles } from './RunFiles';

const LAST_MOMENT = 1;

/** The reports that were frozen: how far each is, and the desk at which it is signed. */
export function RunList() {
  const t = useText();
  const request = useRequest(() => api.reportRuns(), []);
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <section className="report-runs">
      <Loaded request={request}>
        {({ runs }) =>
          runs.length === 0 ? (
            <Nothing title={t.reports.noRuns} hint={t.reports.noRunsHint} />
          ) : (
            <ol>
              {runs.map((run) => (
                <RunCard key={run.id} run={run} onOpen={() => setOpened(run.id)} />
              ))}
            </ol>
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

function RunCard({ run, onOpen }: { run: ReportRun; onOpen: () => void }) {
  const t = useText();
  const [year, number] = run.week.split('-W');
  return (
    <li data-run={run.id}>
      <div className="week-number">
        <span>{year}</span>
        <b className="number">W{number}</b>
      </div>
      <div className="run-words">
        <b>
          {t.reports.edition[run.edition]}
          <em className={`run-state run-${run.state}`}>{t.reports.state[run.state]}</em>
        </b>
        <span className="dim number">
          {day(run.from)} – {day(Date.parse(run.to) - LAST_MOMENT)}
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
