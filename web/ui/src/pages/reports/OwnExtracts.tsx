import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { ReportExtract } from '../../api/reportTypes';
import { useRequest } from '../../common/hooks';
import { routeTo, useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { ExtractTables } from './ExtractTables';
import { PeriodDays, PeriodMark } from './PeriodMark';

/** What the issued reports say of somebody's own company or district, and nothing else. */
export function OwnExtracts() {
  const t = useText();
  const { company } = useUser();
  const request = useRequest(() => api.reportExtracts(), []);
  const asked = Number(useRoute().query.get('run'));
  return (
    <div className="reports">
      <header>
        <h1>{t.delivery.ownTitle(company ?? '')}</h1>
        <p className="dim">{t.delivery.ownIntro}</p>
        <p>
          {t.delivery.appeal} <a href={routeTo('cases')}>{t.delivery.toCases}</a> · <a href={routeTo('review')}>{t.delivery.toReview}</a>
        </p>
      </header>
      <Loaded request={request}>
        {({ extracts }) =>
          extracts.length === 0 ? (
            <Nothing title={t.delivery.noExtracts} hint={t.delivery.noExtractsHint} />
          ) : (
            <ol data-extracts={extracts.length}>
              {extracts.map((extract) => (
                <ExtractCard key={extract.id} extract={extract} opened={extract.id === asked} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </div>
  );
}

function ExtractCard({ extract, opened }: { extract: ReportExtract; opened: boolean }) {
  const t = useText();
  const [open, setOpen] = useState(opened);
  const { id, edition, kind } = extract;
  return (
    <li data-own-extract={id}>
      <PeriodMark of={extract} />
      <div className="run-words">
        <b>{`${t.reports.kind[kind]} · ${t.reports.edition[edition]}`}</b>
        <span className="dim">
          <PeriodDays of={extract} />
        </span>
      </div>
      <div className="week-files">
        <Button type="primary" aria-expanded={open} onClick={() => setOpen(!open)} data-look="">
          {open ? t.delivery.close : t.reports.view}
        </Button>
        <Button icon={<FilePdfOutlined />} href={api.ownExtractAddress(id, 'pdf')} data-own="pdf">
          {t.reports.pdf}
        </Button>
        <Button icon={<FileExcelOutlined />} href={api.ownExtractAddress(id, 'xlsx')} data-own="xlsx">
          {t.reports.xlsx}
        </Button>
      </div>
      {open && <ExtractTables id={id} />}
    </li>
  );
}
