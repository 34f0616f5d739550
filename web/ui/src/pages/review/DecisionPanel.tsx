import { CheckOutlined, CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { useCallback, useState } from 'react';
import { api } from '../../api/api';
import type { AlertRow, Evidence, RejectReason } from '../../api/types';
import { useEvery } from '../../common/hooks';
import { GradeMark, LateMark, Measured, Plate, ReviewMark, RuleName, Severity, VehicleLink } from '../../common/Marks';
import type { Playhead } from '../../domain/playhead';
import { dateTime, duration } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { AlertMedia } from './AlertMedia';
import { DecisionTrace } from './DecisionTrace';
import type { Stepping } from './EvidenceDesk';
import { FurtherQuestions } from './FurtherQuestions';
import { PermitFacts } from './PermitFacts';
import { RejectDialog } from './RejectDialog';
import { Revisions } from './Revisions';
import { useReviewKeys } from './useReviewKeys';

interface Props extends Stepping {
  evidence: Evidence;
  playhead: Playhead;
}

export function DecisionPanel({ evidence, playhead, next, previous, onDecided }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const [alert, setAlert] = useState(evidence.alert);
  const [rejecting, setRejecting] = useState(false);
  const [busy, setBusy] = useState(false);

  const decide = useCallback(
    async (decision: 'CONFIRMED' | 'REJECTED', reason: RejectReason | '', note: string) => {
      setBusy(true);
      try {
        await api.review(alert.id, decision, reason, note);
        const reviewed = await api.alert(alert.id);
        setAlert(reviewed);
        setRejecting(false);
        void message.success(`${t.review.saved} · ${t.review[decision]}`);
        onDecided(reviewed);
      } catch (error) {
        void message.error((error as Error).message);
      } finally {
        setBusy(false);
      }
    },
    [alert.id, message, onDecided, t],
  );
  const open = alert.review === null;
  useReviewKeys(!rejecting, {
    j: next,
    k: previous,
    c: () => open && !busy && void decide('CONFIRMED', '', ''),
    r: () => open && setRejecting(true),
    ' ': () => playhead.toggle(),
  });

  return (
    <aside className="panel side decision" data-review={alert.review?.decision ?? 'OPEN'}>
      <Headline alert={alert} />
      <div className="decision-body">
        <FurtherQuestions alert={alert} />
        <AlertMedia alert={alert} />
        <h3>{t.review.trace}</h3>
        <DecisionTrace conditions={alert.decision} />
        <h3>{t.review.permit}</h3>
        <PermitFacts permit={evidence.permit} />
        <Revisions id={alert.id} revision={alert.revision} />
      </div>
      <footer className="decision-foot">
        {open ? (
          <>
            <Button size="large" type="primary" icon={<CheckOutlined />} loading={busy} data-action="confirm" onClick={() => void decide('CONFIRMED', '', '')}>
              {t.review.confirm} <kbd>C</kbd>
            </Button>
            <Button size="large" danger icon={<CloseOutlined />} disabled={busy} data-action="reject" onClick={() => setRejecting(true)}>
              {t.review.reject} <kbd>R</kbd>
            </Button>
          </>
        ) : (
          <Outcome alert={alert} />
        )}
        <span className="decision-step">
          <Tooltip title={`${t.review.previous} K`}>
            <Button icon={<UpOutlined />} aria-label={t.review.previous} onClick={previous} />
          </Tooltip>
          <Tooltip title={`${t.review.next} J`}>
            <Button icon={<DownOutlined />} aria-label={t.review.next} onClick={next} />
          </Tooltip>
        </span>
        <p className="dim">{t.review.keys}</p>
      </footer>
      <RejectDialog open={rejecting} busy={busy} onCancel={() => setRejecting(false)} onReject={(reason, note) => void decide('REJECTED', reason, note)} />
    </aside>
  );
}

function Headline({ alert }: { alert: AlertRow }) {
  const t = useText();
  const [openedAt] = useState(() => performance.now());
  useEvery(1000);
  const facts: [string, string][] = [
    [t.column.time, dateTime(alert.start)],
    [t.column.company, alert.company || '—'],
    [t.column.place, [alert.road, alert.placeName].filter(Boolean).join(' · ') || '—'],
    [t.column.state, word(t.status, alert.status)],
    [t.review.ruleVersion, alert.ruleVersion],
  ];
  return (
    <header className="decision-head">
      <div className="alert-line">
        <GradeMark grade={alert.grade} />
        <h2>
          <RuleName alert={alert} />
        </h2>
        <span className="dim">{alert.rule}</span>
        <Severity value={alert.severity} />
        <LateMark alert={alert} />
        {alert.review === null && <time className="number">{t.review.since(duration(performance.now() - openedAt))}</time>}
      </div>
      <div className="alert-line">
        <span className="decision-plate">
          {alert.plate ? <VehicleLink plate={alert.plate} /> : <Plate plate={alert.road} />}
        </span>
        <Measured alert={alert} />
      </div>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={value}>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Outcome({ alert }: { alert: AlertRow }) {
  const t = useText();
  const { review } = alert;
  if (!review) return null;
  return (
    <div className="decision-outcome">
      <b>
        <ReviewMark alert={alert} />
        {review.reason ? ` · ${word(t.rejectReason, review.reason)}` : ''}
      </b>
      <span className="dim">{t.review.by(review.user, dateTime(review.at))}</span>
      {review.note && <span>{review.note}</span>}
    </div>
  );
}
