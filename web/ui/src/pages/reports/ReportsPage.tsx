import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { ChosenDays } from './ChosenDays';
import { DayAlerts } from './DayAlerts';
import { DraftList } from './DraftList';
import { OwnExtracts } from './OwnExtracts';
import { Recipients } from './Recipients';
import { RunList } from './RunList';

/** 统计报表: reports of weeks, months and chosen days; for a company or a district what they say of it. */
export default function ReportsPage() {
  return useUser().seesCity ? <CityReports /> : <OwnExtracts />;
}

function CityReports() {
  const t = useText();
  const runs = useRequest(() => api.reportRuns(), []);
  return (
    <div className="reports">
      <header>
        <h1>{t.reports.title}</h1>
        <p className="dim">{t.reports.intro}</p>
      </header>
      <h2>{t.reports.runs}</h2>
      <RunList request={runs} />
      <h2>{t.reports.special.title}</h2>
      <ChosenDays onFrozen={runs.reload} />
      <h2>{t.delivery.recipients}</h2>
      <Recipients />
      <h2>{t.reports.drafts}</h2>
      <DraftList />
      <DayAlerts />
    </div>
  );
}
