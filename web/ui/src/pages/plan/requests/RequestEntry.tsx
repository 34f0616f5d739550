import { App, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/api';
import type { PermitRequest, PermitRequestState } from '../../../api/permitTypes';
import { useStore } from '../../../common/hooks';
import { VehicleLink } from '../../../common/Marks';
import { routeTo } from '../../../common/route';
import { mayEditPlan, mayKeep, useUser } from '../../../common/user';
import { monthDayTime } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import type { Plan } from '../usePlan';
import { shownText } from '../words';
import { RefuseDialog } from './RefuseDialog';
import { overtaken, refused } from './refused';
import { differences, isStale, lateHours, wishAgain, type Wish } from './requests';

const COLOUR: Record<PermitRequestState, string> = { WAITING: 'blue', TAKEN: 'green', REFUSED: 'orange', WITHDRAWN: 'default' };

interface Props {
  of: PermitRequest;
  plan: Plan;
  onChanged: (taken: boolean) => void;
  /** Shows on the map what it names. */
  onShow: (request: PermitRequest) => void;
  onAsk: (wish: Wish) => void;
}

/** One request: who asks for what, what differs from the permit on file, and what is to be done or was. */
export function RequestEntry({ of, plan, onChanged, onShow, onAsk }: Props) {
  const t = useText();
  const own = mayKeep(useUser());
  const late = lateHours(of, useStore().now());
  return (
    <li data-permit-request={of.permitId} data-state={of.state}>
      <header>
        <button type="button" className="plan-link" title={t.permitRequests.show} onClick={() => onShow(of)} data-action="show">
          <b>{of.permitId}</b>
        </button>
        <VehicleLink plate={of.plate} />
        <Tag>{of.before === null ? t.permitRequests.isNew : t.permitRequests.isChange}</Tag>
        <Tag color={COLOUR[of.state]}>{t.permitRequests.state[of.state]}</Tag>
        {of.onFile > 0 && <a href={routeTo('plan', 'permits', { id: of.permitId })}>{t.permitRequests.onFile(of.onFile)}</a>}
        {late > 1 / 60 && of.state !== 'REFUSED' && of.state !== 'WITHDRAWN' && (
          <span className="warn" data-late>
            {t.permitRequests.late(late.toFixed(1))}
          </span>
        )}
      </header>
      <dl className="plan-facts">
        {differences(of).map(({ column, before, after }) => (
          <div key={column} data-column={column}>
            <dt>{(t.plan.field as Record<string, string>)[column]}</dt>
            <dd>
              {before !== null && <span className="dim">{shownText(column, before, plan, t)} → </span>}
              {shownText(column, after, plan, t)}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {of.note} <span className="dim">{`${own ? '' : `${of.company} `}${of.by} ${monthDayTime(of.at)}`}</span>
      </p>
      {of.decidedAt !== null && (
        <p>
          {of.reason} <span className="dim">{`${of.decidedBy} ${monthDayTime(of.decidedAt)}`}</span>
          {of.version !== null && <span className="dim"> {t.plan.version(of.version)}</span>}
        </p>
      )}
      {isStale(of) && <p className="warn">{overtaken(of, t, own)}</p>}
      {of.state === 'WAITING' && <Moves of={of} onChanged={onChanged} />}
      {own && (of.state === 'REFUSED' || of.state === 'WITHDRAWN') && (
        <p className="plan-actions">
          <Button size="small" onClick={() => onAsk(wishAgain(of, plan.items.permits))} data-action="again">
            {t.permitRequests.again}
          </Button>
        </p>
      )}
    </li>
  );
}

function Moves({ of, onChanged }: Pick<Props, 'of' | 'onChanged'>) {
  const t = useText();
  const user = useUser();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const decide = async (decision: 'TAKEN' | 'REFUSED' | 'WITHDRAWN', reason = '') => {
    setBusy(true);
    try {
      await api.decidePermitRequest(of.id, decision, reason);
      setRefusing(false);
      onChanged(decision === 'TAKEN');
    } catch (error) {
      void message.error(refused(error as Error, t, decision !== 'WITHDRAWN'));
      // it may be another by now
      onChanged(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <p className="plan-actions">
      {mayEditPlan(user, 'permits') && (
        <>
          <Popconfirm title={t.permitRequests.takeTitle(of.permitId)} description={t.permitRequests.takeHint} okText={t.permitRequests.take} cancelText={t.common.cancel} onConfirm={() => decide('TAKEN')}>
            <Button size="small" type="primary" loading={busy} disabled={isStale(of)} data-action="take">
              {t.permitRequests.take}
            </Button>
          </Popconfirm>
          <Button size="small" disabled={busy} onClick={() => setRefusing(true)} data-action="refuse">
            {t.permitRequests.refuse}
          </Button>
        </>
      )}
      {mayKeep(user) && (
        <Popconfirm title={t.permitRequests.withdrawTitle(of.permitId)} okText={t.permitRequests.withdraw} cancelText={t.common.cancel} onConfirm={() => decide('WITHDRAWN')}>
          <Button size="small" loading={busy} data-action="withdraw">
            {t.permitRequests.withdraw}
          </Button>
        </Popconfirm>
      )}
      {refusing && <RefuseDialog of={of} busy={busy} onRefuse={(reason) => void decide('REFUSED', reason)} onClose={() => setRefusing(false)} />}
    </p>
  );
}
