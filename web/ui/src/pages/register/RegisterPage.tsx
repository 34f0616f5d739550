import { Segmented } from 'antd';
import { go, useRoute } from '../../common/route';
import { useText } from '../../i18n/language';
import '../../style/register.css';
import { DriversBoard } from './DriversBoard';
import { LayUpsBoard } from './LayUpsBoard';

const TABS = ['lay-ups', 'drivers'] as const;
type Tab = (typeof TABS)[number];

/** 报停、驾驶员: what companies keep of their own. */
export default function RegisterPage() {
  const t = useText();
  const { argument } = useRoute();
  const tab: Tab = argument === 'drivers' ? 'drivers' : 'lay-ups';
  const lead = <Segmented<Tab> value={tab} onChange={(next) => go('register', next)} options={TABS.map((value) => ({ value, label: t.register.tabs[value] }))} />;
  return <div className="ledger">{tab === 'drivers' ? <DriversBoard lead={lead} /> : <LayUpsBoard lead={lead} />}</div>;
}
