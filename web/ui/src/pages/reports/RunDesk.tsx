import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Alert as Notice, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { ReportCheck, ReportRunDetail, RunMove, Signature } from '../../api/reportTypes';
import { useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { ExtractPick } from './ExtractPick';
import { RunFiles } from './RunFiles';
import { RunMails } from './RunMails';

const LONGEST = 4000;

/** Where a frozen report is checked, written on and signed by two persons. */
export function RunDesk({ id, onMoved }: { id: number; onMoved: () => void }) {
  const request = useRequest(() => api.reportRun(id), [id]);
  const moved = () => {
    request.reload();
    onMoved();
  };
  return <Loaded request={request}>{(detail) => <Desk detail={detail} onMoved={moved} />}</Loaded>;
}

function Desk({ detail, onMoved }: { detail: ReportRunDetail; onMoved: () => void }) {
  const t = useText();
  const { run, version, checks, moves } = detail;
  const [advice, setAdvice] = useState(detail.advice);
  const [coverNote, setCoverNote] = useState(detail.coverNote);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setAdvice(detail.advice);
    setCoverNote(detail.coverNote);
  }, [detail]);

  const edited = advice !== detail.advice || coverNote !== detail.coverNote;
  const make = async (move: RunMove) => {
    setBusy(true);
    setTrouble('');
    try {
      await api.moveRun(run.id, move === 'EDIT' ? { move, version, advice, coverNote } : { move, version });
      onMoved();
    } catch (error) {
      setTrouble((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const mayWrite = moves.includes('EDIT');
  return (
    <div className="run-desk" data-run-version={version}>
      <p>
        <b>{`${t.reports.kind[run.kind]} ${run.period.replace('--', ' – ')} ${t.reports.edition[run.edition]}`}</b>
        <em className={`run-state run-${run.state}`}>{t.reports.state[run.state]}</em>
      </p>
      <p className="dim">
        {t.reports.asOf(monthDayTime(detail.asOf))} · {t.reports.corrections(detail.corrections)}
      </p>
      <p className="run-hash dim" title={run.sha256}>{`SHA-256 ${run.sha256.slice(0, 24)}…`}</p>
      <h3>{t.reports.checks}</h3>
      <ul className="run-checks">
        {checks.map((check) => (
          <Check key={check.kind} check={check} />
        ))}
      </ul>
      <h3>{t.reports.signatures}</h3>
      <dl className="run-signatures">
        <Signed what={t.reports.editor} by={detail.editor} />
        <Signed what={t.reports.reviewer} by={detail.reviewer} />
        <Signed what={t.reports.issuer} by={detail.issuer} />
      </dl>
      <label>
        <span>
          {t.reports.advice} {detail.adviceIsDraft && <em className="dim">{t.reports.adviceIsDraft}</em>}
        </span>
        <Input.TextArea rows={5} maxLength={LONGEST} readOnly={!mayWrite} value={advice} onChange={({ target }) => setAdvice(target.value)} data-advice="" />
      </label>
      <label>
        <span>{t.reports.coverNote}</span>
        <Input.TextArea rows={2} maxLength={LONGEST} readOnly={!mayWrite} value={coverNote} onChange={({ target }) => setCoverNote(target.value)} data-cover-note="" />
      </label>
      {trouble && <Notice type="warning" showIcon title={trouble} data-trouble="" />}
      <div className="run-moves">
        {mayWrite && (
          <Button disabled={!edited} loading={busy} onClick={() => void make('EDIT')} data-move="EDIT">
            {t.reports.move.EDIT}
          </Button>
        )}
        {moves.includes('REVIEW') && (
          <Button disabled={edited} loading={busy} onClick={() => void make('REVIEW')} data-move="REVIEW">
            {t.reports.move.REVIEW}
          </Button>
        )}
        {moves.includes('ISSUE') && (
          <Button
            type="primary"
            disabled={edited || checks.some(({ faults }) => faults.length > 0)}
            loading={busy}
            onClick={() => void make('ISSUE')}
            data-move="ISSUE"
          >
            {t.reports.move.ISSUE}
          </Button>
        )}
      </div>
      <div className="week-files">
        <RunFiles run={run} />
      </div>
      <h3>{t.reports.extractTitle}</h3>
      <ExtractPick id={run.id} />
      {run.state === 'ISSUED' && (
        <>
          <h3>{t.delivery.title}</h3>
          <RunMails id={run.id} />
        </>
      )}
    </div>
  );
}

function Check({ check: { kind, faults } }: { check: ReportCheck }) {
  const t = useText();
  const holds = faults.length === 0;
  return (
    <li data-check={kind} data-holds={holds}>
      {holds ? <CheckCircleFilled className="good" /> : <CloseCircleFilled className="bad" />}
      <span>
        {t.reports.check[kind]}
        {faults.map((fault) => (
          <small key={fault}>{fault}</small>
        ))}
      </span>
    </li>
  );
}

function Signed({ what, by }: { what: string; by: Signature | null }) {
  const t = useText();
  return (
    <div>
      <dt>{what}</dt>
      <dd>{by === null ? <em className="dim">{t.reports.unsigned}</em> : `${by.name} ${monthDayTime(by.at)}`}</dd>
    </div>
  );
}
