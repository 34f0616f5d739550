import { FileExcelOutlined, FilePdfOutlined, FileTextOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { api } from '../../api/api';
import type { ReportPeriod } from '../../api/reportTypes';
import { useRequest, useStore } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { lastOf, PeriodDays, PeriodMark } from './PeriodMark';

/** The weeks and months of which there are data, each as files of what is known now. */
export function DraftList() {
  const t = useText();
  const request = useRequest(() => api.reports(), []);
  return (
    <Loaded request={request}>
      {({ periods }) =>
        periods.length === 0 ? (
          <Nothing title={t.reports.empty} hint={t.reports.emptyHint} />
        ) : (
          <ol>
            {periods.map((period) => (
              <DraftCard key={period.period} of={period} />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

function DraftCard({ of }: { of: ReportPeriod }) {
  const t = useText();
  const store = useStore();
  return (
    <li data-draft={of.period}>
      <PeriodMark of={of} />
      <div className="week-period">
        <b>
          <PeriodDays of={of} />
        </b>
        {store.now() < lastOf(of) && <span className="week-running">{t.reports.running}</span>}
      </div>
      <DraftFiles period={of.period} />
    </li>
  );
}

/** The files of any period, made when they are asked for. */
export function DraftFiles({ period }: { period: string }) {
  const t = useText();
  const files = [
    { format: 'pdf', icon: <FilePdfOutlined />, words: t.reports.pdf },
    { format: 'xlsx', icon: <FileExcelOutlined />, words: t.reports.xlsx },
    { format: 'csv', icon: <FileTextOutlined />, words: t.reports.csv },
  ] as const;
  return (
    <div className="week-files">
      {files.map(({ format, icon, words }) => (
        <Button key={format} icon={icon} href={api.reportAddress(period, format)} download={`${period}.${format}`} data-download={format}>
          {words}
        </Button>
      ))}
    </div>
  );
}
