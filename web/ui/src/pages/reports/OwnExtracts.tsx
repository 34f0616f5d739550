import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { ReportExtract } from '../../api/reportTypes';
import { useRequest } from '../../common/hooks';
import { routeTo, useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { useUser } from '../../common/user';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { ExtractTables } from './ExtractTables';

const LAST_MOMENT = 1;

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

function ExtractCard({ extract: { id, week, edition, from, to }, opened }: { extract: ReportExtract; opened: boolean }) {
  const t = useText();
  const [open, setOpen] = useState(opened);
  const [year, number] = week.split('-W');
  return (
    <li data-own-extract={id}>
      <div className="week-number">
        <span>{year}</span>
        <b className="number">W{number}</b>
      </div>
      <div className="run-words">
        <b>{t.reports.edition[edition]}</b>
        <span className="dim number">
          {day(from)} – {day(Date.parse(to) - LAST_MOMENT)}
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
