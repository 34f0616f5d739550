import { api } from '../../api/api';
import type { CaseRow } from '../../api/caseTypes';
import { useKept, useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { useText } from '../../i18n/language';
import { ENDED_STAGES, endedColumns, type BoardFilter } from './board';
import { CaseColumns } from './CaseColumns';

const LATEST = 50;

interface Props {
  filter: BoardFilter;
  now: number;
  selected: number | null;
  /** Read anew when this changes: a case has left or joined the open ones. */
  turn: string;
}

async function readEnded({ type, plate }: BoardFilter): Promise<CaseRow[]> {
  const pages = await Promise.all(ENDED_STAGES.map((stage) => api.cases({ stage, type, plate, limit: LATEST })));
  return pages.flatMap(({ cases }) => cases);
}

/** The cases on which no limit runs, folded away until somebody asks for them. */
export function EndedCases(props: Props) {
  const t = useText();
  const [open, setOpen] = useKept('ended-cases', false);
  return (
    <div className={`case-ended ${open ? 'open' : ''}`}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <i aria-hidden="true">{open ? '▾' : '▸'}</i> {t.cases.ended} {open && <span className="dim">{t.cases.endedHint}</span>}
      </button>
      {open && <Ended {...props} />}
    </div>
  );
}

function Ended({ filter, now, selected, turn }: Props) {
  const request = useRequest(() => readEnded(filter), [filter.type, filter.plate, turn]);
  return <Loaded request={request}>{(rows) => <CaseColumns columns={endedColumns(rows)} now={now} selected={selected} />}</Loaded>;
}
