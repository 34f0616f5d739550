import { Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { go, useRoute } from '../../common/route';
import { Loaded } from '../../common/States';
import { maySeeTrials, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import '../../style/rules.css';
import { LimitDesk } from './limits/LimitDesk';
import { PrecisionTable } from './PrecisionTable';
import { ProposalDesk } from './ProposalDesk';
import { TrialDesk } from './TrialDesk';
import { TrialList } from './TrialList';
import { VersionTable } from './VersionTable';

const TABS = ['PARAMETERS', 'PROPOSALS', 'VERSIONS', 'TRIALS', 'LIMITS', 'PRECISION'] as const;
/** They name every company. */
const OF_THE_CITY: readonly string[] = ['PROPOSALS', 'VERSIONS', 'TRIALS'];
type Tab = (typeof TABS)[number];

/** 规则参数: the numbers of the rules, what other numbers would have raised, and how often alarms were right. */
export default function RulesPage() {
  const t = useText();
  const user = useUser();
  const { argument: trial } = useRoute();
  const [tab, setTab] = useState<Tab>(trial ? 'TRIALS' : 'PARAMETERS');
  const request = useRequest(() => api.rules(), []);
  const tabs = TABS.filter((one) => !OF_THE_CITY.includes(one) || maySeeTrials(user));
  const filed = (id: string) => {
    setTab('TRIALS');
    go('rules', id);
  };
  return (
    <div className="ledger" data-rules={request.data ? 'ready' : 'loading'}>
      <div className="toolbar">
        <Segmented<Tab> value={tab} onChange={setTab} options={tabs.map((value) => ({ value, label: t.rules.tabs[value] }))} />
        {request.data && <span className="dim">{t.rules.version(request.data.number, request.data.version, request.data.fingerprint)}</span>}
        {request.data && request.data.newest > request.data.number && <span className="warn">{t.rules.coming(request.data.newest)}</span>}
      </div>
      <Loaded request={request}>
        {(catalogue) => (
          <>
            {tab === 'PARAMETERS' && <TrialDesk catalogue={catalogue} onFiled={filed} onProposed={() => setTab('PROPOSALS')} />}
            {tab === 'PROPOSALS' && <ProposalDesk catalogue={catalogue} onDecided={request.reload} />}
            {tab === 'VERSIONS' && <VersionTable />}
            {tab === 'TRIALS' && <TrialList catalogue={catalogue} open={trial} />}
            {tab === 'LIMITS' && <LimitDesk />}
            {tab === 'PRECISION' && <PrecisionTable catalogue={catalogue} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
