import { Progress, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/api';
import type { Catalogue, Trial } from '../../api/ruleTypes';
import { useReloadWhile, useRequest } from '../../common/hooks';
import { opens } from '../../common/opens';
import { go } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { day, monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { TrialOutcome } from './TrialOutcome';

/** The trials, and what the chosen one changes. */
export function TrialList({ catalogue, open }: { catalogue: Catalogue; open: string }) {
  const t = useText();
  const request = useRequest(() => api.trials(), [open]);
  const running = request.data?.trials.some(({ finishedAt }) => finishedAt === null) ?? false;
  useReloadWhile(running, request.reload);
  return (
    <Loaded request={request}>
      {({ trials }) =>
        trials.length === 0 ? (
          <Nothing title={t.rules.noTrials} hint={t.rules.noTrialsHint} />
        ) : (
          <div className="rules-desk">
            <section className="panel">
              <Trials trials={trials} open={open} />
            </section>
            <section className="panel">
              <Chosen trial={trials.find(({ id }) => id === open) ?? trials[0]} catalogue={catalogue} />
            </section>
          </div>
        )
      }
    </Loaded>
  );
}

function Trials({ trials, open }: { trials: Trial[]; open: string }) {
  const t = useText();
  const columns = useMemo<TableColumnsType<Trial>>(
    () => [
      { title: t.rules.at, width: 110, render: (_, one) => <span className="number">{monthDayTime(one.at)}</span> },
      { title: t.rules.by, width: 90, ellipsis: true, dataIndex: 'by' },
      { title: t.rules.period, width: 190, render: (_, one) => <span className="number">{`${day(one.from)} – ${day(Date.parse(one.to) - 1)}`}</span> },
      { title: t.rules.changed, render: (_, one) => <Changed company={one.company} changed={one.changed} /> },
      { title: t.column.state, width: 96, render: (_, one) => <State trial={one} /> },
    ],
    [t],
  );
  return (
    <Table<Trial>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={trials}
      pagination={false}
      rowClassName={({ id }) => (id === (open || trials[0].id) ? 'rules-tried' : '')}
      onRow={({ id }) => opens(() => go('rules', id), { 'data-trial': id })}
    />
  );
}

export function Changed({ company, changed }: Pick<Trial, 'company' | 'changed'>) {
  return (
    <>
      {company && <b className="rules-changed">{company}</b>}
      {Object.entries(changed).map(([name, value]) => (
        <code key={name} className="rules-changed">
          {name} = {value}
        </code>
      ))}
    </>
  );
}

function State({ trial: { state, progress, failure } }: { trial: Trial }) {
  const t = useText();
  if (state === 'RUNNING') return <Progress size="small" percent={Math.round(progress * 100)} />;
  return (
    <span className={state === 'FAILED' ? 'bad' : state === 'DONE' ? 'good' : 'dim'} title={failure} data-state={state}>
      {t.rules.state[state]}
    </span>
  );
}

function Chosen({ trial, catalogue }: { trial: Trial; catalogue: Catalogue }) {
  const t = useText();
  if (trial.state === 'FAILED') {
    return <Nothing title={t.rules.state.FAILED} hint={trial.failure === 'interrupted' ? t.rules.interrupted : trial.failure} />;
  }
  if (trial.finishedAt === null) return <Nothing title={t.rules.state[trial.state]} hint={t.rules.hint} />;
  return <TrialOutcome id={trial.id} catalogue={catalogue} />;
}
