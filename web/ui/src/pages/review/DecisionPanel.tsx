import { CheckOutlined, CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { AlertRow, Evidence, Grade, RejectReason } from '../../api/types';
import { useRevision, useStore } from '../../common/hooks';
import { EvidenceFiles } from '../../common/EvidenceFiles';
import { ReviewMark } from '../../common/Marks';
import { usePageKeys } from '../../common/usePageKeys';
import { mayReview, mayTakeEvidence, useUser } from '../../common/user';
import type { Playhead } from '../../domain/playhead';
import { dateTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { AlertHeadline } from './AlertHeadline';
import { AlertMedia } from './AlertMedia';
import { DecisionTrace } from './DecisionTrace';
import { AppealPart } from './AppealPart';
import type { Stepping } from './EvidenceDesk';
import { DeviceFaultButton } from './DeviceFault';
import { FurtherQuestions } from './FurtherQuestions';
import { NoticeList, NotifyButton, useNoticesOf } from './Notices';
import { PermitFacts } from './PermitFacts';
import { RejectDialog } from './RejectDialog';
import { Revisions } from './Revisions';
import { ToCaseButton, mayBecomeCase, useToCase } from './ToCase';

/** Long enough to go on from it. */
const SHOWN_SECONDS = 6;

interface Props extends Stepping {
  evidence: Evidence;
  playhead: Playhead;
}

export function DecisionPanel({ evidence, playhead, next, previous, onDecided }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const user = useUser();
  const [alert, setAlert] = useState(evidence.alert);
  const [rejecting, setRejecting] = useState(false);
  const [busy, setBusy] = useState(false);
  const notices = useNoticesOf(alert.id);
  const store = useStore();
  const readAgain = useCallback(() => void api.alert(alert.id).then(setAlert, () => undefined), [alert.id]);
  // a violation that goes on, or data that come late, change what is decided on while it is looked at
  const newest = useRevision(alert.id);
  useEffect(() => {
    if (newest > alert.revision) readAgain();
  }, [newest, alert.revision, readAgain]);
  // somebody else may review it, or uphold an appeal against it, while it is looked at
  useEffect(() => store.onAppeals((changed) => changed === alert.id && readAgain()), [store, alert.id, readAgain]);

  const decide = useCallback(
    async (decision: 'CONFIRMED' | 'REJECTED', reason: RejectReason | '', note: string, grade?: Grade) => {
      setBusy(true);
      try {
        await api.review(alert.id, decision, reason, note, grade);
        const reviewed = await api.alert(alert.id);
        setAlert(reviewed);
        setRejecting(false);
        void message.success(<Saved alert={reviewed} offer={mayBecomeCase(reviewed, user)} />, SHOWN_SECONDS);
        onDecided(reviewed);
        return true;
      } catch (error) {
        void message.error((error as Error).message);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [alert.id, message, onDecided, user],
  );
  const open = alert.review === null;
  const may = mayReview(user, alert.rule);
  usePageKeys(!rejecting, {
    j: next,
    k: previous,
    c: () => open && may && !busy && void decide('CONFIRMED', '', ''),
    r: () => open && may && setRejecting(true),
    ' ': () => playhead.toggle(),
  });

  return (
    <aside className="panel side decision" data-decision={alert.id} data-review={alert.review?.decision ?? 'OPEN'}>
      <AlertHeadline alert={alert} />
      <div className="decision-body">
        <FurtherQuestions alert={alert} />
        <NoticeList request={notices} />
        <AppealPart alertId={alert.id} reviewedAt={alert.review?.at ?? ''} onDecided={readAgain} />
        <AlertMedia alert={alert} onRaise={open && may && !busy && alert.grade !== 'A' ? () => void decide('CONFIRMED', '', '', 'A') : null} />
        <h3>{t.review.trace}</h3>
        <DecisionTrace conditions={alert.decision} />
        <h3>{t.review.permit}</h3>
        <PermitFacts permit={evidence.permit} />
        {mayTakeEvidence(user) && (
          <>
            <h3>{t.review.files}</h3>
            <EvidenceFiles alertId={alert.id} />
          </>
        )}
        <Revisions alert={alert} />
      </div>
      <footer className="decision-foot">
        {open && !may && <p className="dim">{t.review.notYours}</p>}
        {open && may && (
          <>
            <Button size="large" type="primary" icon={<CheckOutlined />} loading={busy} data-action="confirm" onClick={() => void decide('CONFIRMED', '', '')}>
              {t.review.confirm} <kbd>C</kbd>
            </Button>
            <Button size="large" danger icon={<CloseOutlined />} disabled={busy} data-action="reject" onClick={() => setRejecting(true)}>
              {t.review.reject} <kbd>R</kbd>
            </Button>
          </>
        )}
        {!open && <Outcome alert={alert} />}
        <ToCaseButton alert={alert} active={!rejecting && !busy} confirm={open && may ? () => api.review(alert.id, 'CONFIRMED', '', '') : null} />
        <DeviceFaultButton alert={alert} active={!rejecting && !busy} onReject={() => decide('REJECTED', 'sensor_fault', '')} />
        <NotifyButton alert={alert} active={!rejecting && !busy} onAsked={notices.reload} />
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

/** That the decision is on file; the case that may follow is a click away while the next alert is on the desk already. */
function Saved({ alert, offer }: { alert: AlertRow; offer: boolean }) {
  const t = useText();
  const { busy, open } = useToCase(alert);
  return (
    <>
      {t.review.saved} · {t.review[alert.review?.decision ?? 'OPEN']}
      {offer && (
        <Button type="link" size="small" loading={busy} onClick={() => void open()}>
          {t.cases.fromAlert} {alert.plate}
        </Button>
      )}
    </>
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
      {review.grade && <span>{t.raised.from(alert.grade)}</span>}
      {review.note && <span>{review.note}</span>}
    </div>
  );
}
