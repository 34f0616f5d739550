import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { AppealDecision, Charge } from '../../api/appealTypes';
import { FiledPhotos } from '../../common/FiledPhotos';
import { useRequest } from '../../common/hooks';
import { ReasonDialog } from '../../common/ReasonDialog';
import { useNews } from '../../common/useNews';
import { mayAnswerNotices, mayReview, useUser } from '../../common/user';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { TellForm } from './TellForm';

interface Props {
  alertId: string;
  /** What changes with the review that charges the company. */
  reviewedAt: string;
  /** A decision has changed the review. */
  onDecided: () => void;
}

/** 申诉: against what a review has confirmed and no case took up. Its company lodges it here, somebody who did not confirm it decides. */
export function AppealPart({ alertId, reviewedAt, onDecided }: Props) {
  const { data, reload } = useRequest(() => api.appealOf(alertId), [alertId, reviewedAt]);
  useNews('onAppeals', reload, alertId);
  const charge = data?.charge;
  return charge ? <Shown charge={charge} reload={reload} onDecided={onDecided} /> : null;
}

function Shown({ charge, reload, onDecided }: { charge: Charge; reload: () => void; onDecided: () => void }) {
  const t = useText();
  const user = useUser();
  const { appeal, mayLodge, until } = charge;
  if (!appeal && !mayAnswerNotices(user)) return null;
  return (
    <>
      <h3>{t.appeals.title}</h3>
      <div className="notices appeal-part" data-appeal={appeal ? (appeal.decision ?? 'OPEN') : 'NONE'}>
        {appeal ? <Lodged charge={charge} reload={reload} onDecided={onDecided} /> : <p>{mayLodge ? t.appeals.until(dateTime(until)) : t.appeals.over(dateTime(until))}</p>}
        {mayLodge && <Lodge alertId={charge.alertId} onDone={reload} />}
      </div>
    </>
  );
}

function Lodge({ alertId, onDone }: { alertId: string; onDone: () => void }) {
  const t = useText();
  return (
    <TellForm
      label={t.appeals.reason}
      hint={t.appeals.hint}
      button={t.appeals.lodge}
      action="appeal"
      refused={t.appeals.refused}
      addPhoto={(facts, picture) => api.addAppealPhoto(alertId, facts, picture)}
      tell={(reason, clientId) => api.lodgeAppeal(alertId, reason, clientId)}
      onDone={onDone}
    />
  );
}

function Lodged({ charge, reload, onDecided }: { charge: Charge; reload: () => void; onDecided: () => void }) {
  const t = useText();
  const user = useUser();
  const [asking, setAsking] = useState<AppealDecision | null>(null);
  const { appeal, mayDecide, rule } = charge;
  if (!appeal) return null;
  const done = () => {
    setAsking(null);
    reload();
    onDecided();
  };
  return (
    <>
      <p>
        <span className="dim">{t.appeals.lodged(appeal.user, dateTime(appeal.at))}</span> {appeal.reason}
      </p>
      <FiledPhotos photos={appeal.photos} alt={t.appeals.photoAlt} />
      {appeal.decision && appeal.decidedAt ? (
        <p>
          <b className={appeal.decision === 'UPHELD' ? 'good' : 'bad'}>{t.appeals.decision[appeal.decision]}</b> <span className="dim">{t.appeals.decided(appeal.decidedBy, dateTime(appeal.decidedAt))}</span> {appeal.decisionReason}
        </p>
      ) : (
        <p className="warn">{!mayDecide && mayReview(user, rule) ? t.appeals.notYours : t.appeals.waiting}</p>
      )}
      {mayDecide && (
        <p className="appeal-moves">
          <Button data-action="uphold" onClick={() => setAsking('UPHELD')}>
            {t.appeals.uphold}
          </Button>
          <Button danger data-action="reject-appeal" onClick={() => setAsking('REJECTED')}>
            {t.appeals.reject}
          </Button>
        </p>
      )}
      {asking && (
        <ReasonDialog
          title={asking === 'UPHELD' ? t.appeals.uphold : t.appeals.reject}
          placeholder={t.appeals.why}
          danger={asking === 'REJECTED'}
          decide={(reason) => api.decideAppeal(appeal.id, asking, reason)}
          onDone={done}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  );
}
