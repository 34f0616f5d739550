import { FileExcelOutlined, FilePdfOutlined, FileTextOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { api } from '../../api/api';
import type { Week } from '../../api/types';
import { useRequest, useStore } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { useUser } from '../../common/user';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { DayAlerts } from './DayAlerts';
import { OwnExtracts } from './OwnExtracts';
import { Recipients } from './Recipients';
import { RunList } from './RunList';

/** 统计报表: the weekly reports; for a company or a district what they say of it. */
export default function ReportsPage() {
  return useUser().seesCity ? <CityReports /> : <OwnExtracts />;
}

function CityReports() {
  const t = useText();
  const request = useRequest(() => api.reports(), []);
  return (
    <div className="reports">
      <header>
        <h1>{t.reports.title}</h1>
        <p className="dim">{t.reports.intro}</p>
      </header>
      <h2>{t.reports.runs}</h2>
      <RunList />
      <h2>{t.delivery.recipients}</h2>
      <Recipients />
      <h2>{t.reports.drafts}</h2>
      <Loaded request={request}>
        {({ weeks }) =>
          weeks.length === 0 ? (
            <Nothing title={t.reports.empty} hint={t.reports.emptyHint} />
          ) : (
            <ol>
              {weeks.map((week) => (
                <WeekCard key={week.week} week={week} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <DayAlerts />
    </div>
  );
}

const LAST_MOMENT = 1;

function WeekCard({ week: { week, from, to } }: { week: Week }) {
  const t = useText();
  const store = useStore();
  const end = endOf(to);
  const [year, number] = week.split('-W');
  return (
    <li data-week={week}>
      <div className="week-number">
        <span>{year}</span>
        <b className="number">W{number}</b>
      </div>
      <div className="week-period">
        <b className="number">
          {day(from)} – {day(end)}
        </b>
        {store.now() < end && <span className="week-running">{t.reports.current}</span>}
      </div>
      <div className="week-files">
        <Button type="primary" icon={<FilePdfOutlined />} href={api.reportAddress(week, 'pdf')} download={`${week}.pdf`} data-download="pdf">
          {t.reports.pdf}
        </Button>
        <Button icon={<FileExcelOutlined />} href={api.reportAddress(week, 'xlsx')} download={`${week}.xlsx`} data-download="xlsx">
          {t.reports.xlsx}
        </Button>
        <Button icon={<FileTextOutlined />} href={api.reportAddress(week, 'csv')} download={`${week}.csv`} data-download="csv">
          {t.reports.csv}
        </Button>
      </div>
    </li>
  );
}

/** The last moment of a week, whether its end is given as a day or as the midnight after it. */
function endOf(to: string): number {
  return to.length === 10 ? Date.parse(`${to}T23:59:59+08:00`) : Date.parse(to) - LAST_MOMENT;
}
