import { Segmented } from 'antd';
import { go, useRoute } from '../../common/route';
import { useText } from '../../i18n/language';
import '../../style/reverse.css';
import { AreaDesk } from './AreaDesk';
import { FleetDesk } from './FleetDesk';

const TABS = ['area', 'fleet'] as const;
type Tab = (typeof TABS)[number];

/** 区域查车: who was in an area, and where the whole fleet was at a moment. */
export default function PastPage() {
  const t = useText();
  const { argument } = useRoute();
  const tab = TABS.find((name) => name === argument) ?? 'area';
  const choice = <Segmented<Tab> value={tab} onChange={(next) => go('past', next)} options={TABS.map((value) => ({ value, label: t.past.tabs[value] }))} />;
  return tab === 'area' ? <AreaDesk tabs={choice} /> : <FleetDesk tabs={choice} />;
}
