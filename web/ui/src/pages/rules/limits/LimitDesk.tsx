import { App, Button, Select, Switch, Tooltip } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/api';
import type { CaseType } from '../../../api/caseTypes';
import type { LimitProposal, Limits, LimitTable, LimitVersion } from '../../../api/limitTypes';
import { useRequest } from '../../../common/hooks';
import { Loaded } from '../../../common/States';
import { mayProposeRules, maySeeTrials, useUser } from '../../../common/user';
import { useText } from '../../../i18n/language';
import { ProposeDialog } from '../ProposeDialog';
import { ChangedLimits } from './ChangedLimits';
import { LimitProposals } from './LimitProposals';
import { LimitRows } from './LimitRows';
import { LimitVersions } from './LimitVersions';
import { sameLimit } from './limits';

interface Known {
  table: LimitTable;
  versions: LimitVersion[];
  proposals: LimitProposal[];
}

/** Who sees less than the city sees the table alone. */
async function read(all: boolean): Promise<Known> {
  const table = await api.caseLimits();
  if (!all) return { table, versions: [], proposals: [] };
  const [{ versions }, { proposals }] = await Promise.all([api.caseLimitVersions(), api.caseLimitProposals()]);
  return { table, versions, proposals };
}

/** 案件时限: how long each stage of each type of case may take, what was usual, who has changed it, and what somebody wants it to be. */
export function LimitDesk() {
  const user = useUser();
  const all = maySeeTrials(user);
  const request = useRequest(() => read(all), [all]);
  return <Loaded request={request}>{(known) => <Desk known={known} all={all} onChanged={request.reload} />}</Loaded>;
}

function Desk({ known: { table, versions, proposals }, all, onChanged }: { known: Known; all: boolean; onChanged: () => void }) {
  const t = useText();
  const user = useUser();
  const [type, setType] = useState<CaseType | undefined>();
  const [onlyOthers, setOnlyOthers] = useState(false);
  const [wishes, setWishes] = useState<Limits>({});
  const rows = table.rows.filter((row) => (!type || row.type === type) && (!onlyOthers || row.row in wishes || !sameLimit(row.limit, row.initial)));
  return (
    <>
      <div className="toolbar rules-trial">
        <Select
          allowClear
          placeholder={t.cases.allTypes}
          aria-label={t.cases.allTypes}
          value={type}
          onChange={setType}
          options={Object.entries(t.cases.type).map(([value, label]) => ({ value: value as CaseType, label }))}
          style={{ width: 150 }}
        />
        <label>
          <Switch size="small" checked={onlyOthers} onChange={setOnlyOthers} /> {t.limits.onlyOthers}
        </label>
        <span className="dim">{t.limits.version(table.number)}</span>
        {table.newest > table.number && <span className="warn">{t.rules.coming(table.newest)}</span>}
        {mayProposeRules(user) && <Propose table={table} wishes={wishes} onProposed={() => (setWishes({}), onChanged())} />}
      </div>
      <div className="rules-desk limit-desk" data-limits={table.number}>
        <section className="panel">
          <LimitRows rows={rows} versions={versions} proposals={proposals} wishes={mayProposeRules(user) ? wishes : null} onWish={setWishes} />
        </section>
        <section className="panel">
          <p className="limit-hint dim">{t.limits.hint}</p>
          {all && <LimitProposals table={table} proposals={proposals} onDecided={onChanged} />}
          {all && <LimitVersions versions={versions} proposals={proposals} />}
        </section>
      </div>
    </>
  );
}

function Propose({ table, wishes, onProposed }: { table: LimitTable; wishes: Limits; onProposed: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const nothing = Object.keys(wishes).length === 0;
  return (
    <span className="rules-order">
      <Tooltip title={nothing ? t.limits.nothingWished : t.limits.proposeHint}>
        <Button type="primary" disabled={nothing} onClick={() => setOpen(true)} data-propose-limits>
          {t.rules.propose}
        </Button>
      </Tooltip>
      {open && (
        <ProposeDialog
          title={`${t.rules.propose} · ${t.rules.tabs.LIMITS}`}
          hint={t.limits.proposeHint}
          propose={(reason, inForceFrom) => api.proposeCaseLimits({ base: table.newest, limits: wishes, reason, inForceFrom })}
          onDone={() => {
            void message.success(t.limits.proposed);
            setOpen(false);
            onProposed();
          }}
          onCancel={() => setOpen(false)}
        >
          <ChangedLimits changed={wishes} />
        </ProposeDialog>
      )}
    </span>
  );
}
