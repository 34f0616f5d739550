import { CloseOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import { ApiError, api } from '../../api/api';
import type { CaseDetail, CaseType } from '../../api/caseTypes';
import { useRequest } from '../../common/hooks';
import { GradeMark } from '../../common/Marks';
import { go, routeTo } from '../../common/route';
import { Failed, Nothing } from '../../common/States';
import { mayWithCases, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { CaseMarks } from './CaseCard';
import { CaseFacts } from './CaseFacts';
import { CaseMap } from './CaseMap';
import { CaseMoves } from './CaseMoves';
import { CasePhotos } from './CasePhotos';
import { CaseSources } from './CaseSources';
import { CaseSteps } from './CaseSteps';
import { CountDown } from './CountDown';
import { ExtensionNote } from './ExtensionNote';
import { titleOf } from './words';

interface Props {
  id: number;
  /** Version that the board shows: where it rises the case is read anew. */
  seen: number | undefined;
  now: number;
  onMoved: () => void;
  /** Where it is not the board that it is closed to. */
  onClose?: () => void;
}

/** The chosen case: what is known, who did what, and what can be done now. */
export default function CaseDesk({ id, seen, now, onMoved, onClose = () => go('cases') }: Props) {
  const t = useText();
  const request = useRequest(() => api.case(String(id)), [id, seen]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), [id]);
  const detail = request.data?.id === id ? request.data : null;
  const moved = () => {
    request.reload();
    onMoved();
  };
  return (
    <aside className="panel side case-detail" ref={panel} tabIndex={-1} aria-label={t.cases.number(id)} data-case-detail={detail ? detail.version : ''}>
      <header className="case-head">
        <span className="dim number">{t.cases.number(id)}</span>
        {detail && <b className={`case-stage ${detail.stage}`}>{t.cases.stage[detail.stage]}</b>}
        <Button type="text" icon={<CloseOutlined />} aria-label={t.cases.back} title={`${t.cases.back} Esc`} onClick={onClose} />
        {detail && <Headline detail={detail} now={now} />}
      </header>
      {request.error ? (
        <Trouble error={request.error} retry={request.reload} />
      ) : (
        <>
          <div className="case-body">
            <CaseMap place={detail} />
            {detail ? <Known detail={detail} /> : <Spin />}
          </div>
          {detail && <CaseMoves key={detail.id} detail={detail} onMoved={moved} />}
        </>
      )}
    </aside>
  );
}

function Headline({ detail, now }: { detail: CaseDetail; now: number }) {
  const t = useText();
  return (
    <>
      <h2>
        {detail.grade && <GradeMark grade={detail.grade} />} {t.cases.type[detail.type]} <small>{titleOf(detail, t)}</small>
      </h2>
      <p className="alert-line">
        <CountDown row={detail} now={now} />
        <CaseMarks row={detail} />
        {detail.appeal === 'OPEN' && <em className="case-mark urged">{t.cases.appealOpen}</em>}
      </p>
    </>
  );
}

/** Types of cases where a load lies that others may have brought, too. */
const LOADS: readonly CaseType[] = ['DUMPING', 'LOST_LOAD'];

/** What can be asked on from a case, by those who may file what comes of it. */
function AskOn({ detail }: { detail: CaseDetail }) {
  const t = useText();
  const user = useUser();
  if (detail.lon === null || detail.lat === null || !mayWithCases(user, 'FILE')) return null;
  const where = { lon: String(detail.lon), lat: String(detail.lat), to: detail.foundAt };
  return (
    <p className="decision-further">
      {LOADS.includes(detail.type) && (
        <a href={routeTo('linked', `case-${detail.id}`)} data-ask="linked">
          {t.linkedCases.open}
        </a>
      )}
      {detail.type === 'SPILL' && (
        <a href={routeTo('reverse', '', where)} data-ask="reverse">
          {t.linkedCases.suspects}
        </a>
      )}
    </p>
  );
}

function Known({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <ExtensionNote detail={detail} />
      <CaseFacts detail={detail} />
      <AskOn detail={detail} />
      <CaseSources detail={detail} />
      <CasePhotos detail={detail} />
      <CaseSteps detail={detail} />
    </>
  );
}

function Trouble({ error, retry }: { error: Error; retry: () => void }) {
  const t = useText();
  if (error instanceof ApiError && error.status === 404) return <Nothing title={t.cases.gone} hint={<a href={routeTo('cases')}>{t.cases.back}</a>} />;
  return <Failed error={error} retry={retry} />;
}
