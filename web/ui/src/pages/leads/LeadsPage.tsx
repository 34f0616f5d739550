import { Segmented } from 'antd';
import { ExportMenu } from '../../common/ExportMenu';
import { PeriodPicker, useDayPeriod } from '../../common/PeriodPicker';
import { go, useRoute } from '../../common/route';
import { useText } from '../../i18n/language';
import '../../style/leads.css';
import '../../style/reverse.css';
import { Behaviour } from './Behaviour';
import { HotSpots } from './HotSpots';
import { Papers } from './Papers';
import { Stays } from './Stays';

const TABS = ['hotspots', 'stays', 'behaviour', 'papers'] as const;
type Tab = (typeof TABS)[number];
const FIRST_DAYS = 30;

/** 线索研判: where dumps come together and may have been, whose trips stand out, whose papers do not fit: lists for people, each with its reasons. */
export default function LeadsPage() {
  const t = useText();
  const { argument } = useRoute();
  const tab = TABS.find((one) => one === argument) ?? 'hotspots';
  const [period, setPeriod] = useDayPeriod(FIRST_DAYS);
  return (
    <div className="playback" data-leads={tab}>
      <div className="toolbar">
        <Segmented<Tab> value={tab} onChange={(next) => go('leads', next)} options={TABS.map((value) => ({ value, label: t.leads.tabs[value] }))} />
        <PeriodPicker period={period} label={t.leads.period} onChange={setPeriod} />
        {tab === 'stays' && <ExportMenu table="stays" span={{ from: Date.parse(period.from), to: Date.parse(period.to) }} />}
        <span className="dim">{t.leads.disclaimer}</span>
      </div>
      {tab === 'hotspots' && <HotSpots period={period} />}
      {tab === 'stays' && <Stays period={period} />}
      {tab === 'behaviour' && <Behaviour period={period} />}
      {tab === 'papers' && <Papers period={period} />}
    </div>
  );
}
