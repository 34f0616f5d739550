import { Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { go, useRoute } from '../../common/route';
import { Loaded } from '../../common/States';
import { maySeeTrials, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import '../../style/rules.css';
import { PrecisionTable } from './PrecisionTable';
import { TrialDesk } from './TrialDesk';
import { TrialList } from './TrialList';

const TABS = ['PARAMETERS', 'TRIALS', 'PRECISION'] as const;
type Tab = (typeof TABS)[number];

/** 规则参数: the numbers of the rules, what other numbers would have raised, and how often alarms were right. */
export default function RulesPage() {
  const t = useText();
  const user = useUser();
  const { argument: trial } = useRoute();
  const [tab, setTab] = useState<Tab>(trial ? 'TRIALS' : 'PARAMETERS');
  const request = useRequest(() => api.rules(), []);
  const tabs = TABS.filter((one) => one !== 'TRIALS' || maySeeTrials(user));
  const filed = (id: string) => {
    setTab('TRIALS');
    go('rules', id);
  };
  return (
    <div className="ledger" data-rules={request.data ? 'ready' : 'loading'}>
      <div className="toolbar">
        <Segmented<Tab> value={tab} onChange={setTab} options={tabs.map((value) => ({ value, label: t.rules.tabs[value] }))} />
        {request.data && <span className="dim">{t.rules.version(request.data.version, request.data.fingerprint)}</span>}
      </div>
      <Loaded request={request}>
        {(catalogue) => (
          <>
            {tab === 'PARAMETERS' && <TrialDesk catalogue={catalogue} onFiled={filed} />}
            {tab === 'TRIALS' && <TrialList catalogue={catalogue} open={trial} />}
            {tab === 'PRECISION' && <PrecisionTable catalogue={catalogue} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
