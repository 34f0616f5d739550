import type { CaseRow } from '../../api/caseTypes';
import { GradeMark, Plate } from '../../common/Marks';
import { routeTo } from '../../common/route';
import { useText } from '../../i18n/language';
import { levelOf } from './board';
import { CountDown } from './CountDown';
import { limitText, titleOf } from './words';

/** A case of the board; a link, so that it has focus, Enter and an address. */
export function CaseCard({ row, now, on }: { row: CaseRow; now: number; on: boolean }) {
  const t = useText();
  return (
    <li>
      <a className={`case-card ${levelOf(row, now)} ${on ? 'on' : ''}`} href={routeTo('cases', String(row.id))} data-case={row.id} aria-current={on || undefined}>
        <span className="alert-line">
          {row.grade && <GradeMark grade={row.grade} />}
          <b>{t.cases.type[row.type]}</b>
          <CaseMarks row={row} />
        </span>
        <span className="case-title">{titleOf(row, t)}</span>
        <span className="alert-line">
          {row.plate && <Plate plate={row.plate} />}
          <span className="dim ellipsis" title={row.side}>
            {row.side || t.cases.noSide}
          </span>
        </span>
        {(row.dueAt !== null || row.reviewAt !== null) && <CountDown row={row} now={now} />}
      </a>
    </li>
  );
}

/** What was done to its limit, and how many reported it where there are several. */
export function CaseMarks({ row }: { row: CaseRow }) {
  const t = useText();
  return (
    <>
      {row.urged && <em className="case-mark urged">{t.cases.urged}</em>}
      {row.extension === 'ASKED' && row.extra && (
        <em className="case-mark waits" data-extension="ASKED">
          {t.cases.extensionAsked(limitText(row.extra, t))}
        </em>
      )}
      {row.extension === 'GRANTED' && <em className="case-mark">{t.cases.extended}</em>}
      {row.extension === 'REFUSED' && row.stage === 'HANDLING' && (
        <em className="case-mark urged" data-extension="REFUSED">
          {t.cases.extensionRefused}
        </em>
      )}
      {row.sources > 1 && <span className="dim case-sources">{t.cases.sources(row.sources)}</span>}
    </>
  );
}
