import type { PermitRequest, PermitRequests } from '../../../api/permitTypes';
import type { Request } from '../../../common/hooks';
import { Loaded, Nothing } from '../../../common/States';
import { permitRequestsChanged, usePermitRequests } from '../../../common/usePermitRequests';
import { mayKeep, useUser } from '../../../common/user';
import { useText } from '../../../i18n/language';
import type { Plan } from '../usePlan';
import { RequestEntry } from './RequestEntry';
import type { Wish } from './requests';

interface Props {
  waiting: Request<PermitRequests>;
  plan: Plan;
  /** The plan is another by a request that was taken in. */
  onTaken: () => void;
  /** Shows on the map what a request names. */
  onShow: (request: PermitRequest) => void;
  onAsk: (wish: Wish) => void;
}

/** 申报: which permits companies ask for, and what became of it. */
export function RequestList({ waiting, plan, onTaken, onShow, onAsk }: Props) {
  const t = useText();
  const own = mayKeep(useUser());
  const decided = usePermitRequests('DECIDED').data;
  const changed = (taken: boolean) => {
    permitRequestsChanged();
    if (taken) onTaken();
  };
  const entries = (requests: readonly PermitRequest[]) => requests.map((one) => <RequestEntry key={one.id} of={one} plan={plan} onChanged={changed} onShow={onShow} onAsk={onAsk} />);
  return (
    <div className="plan-requests">
      <Loaded request={waiting}>
        {({ requests, more }) =>
          requests.length === 0 ? (
            <Nothing title={t.permitRequests.none} hint={own ? t.permitRequests.noneHint : undefined} />
          ) : (
            <>
              <h4>
                {t.permitRequests.waiting} {requests.length}
                {more ? '+' : ''}
              </h4>
              <ol data-waiting={requests.length}>{entries(requests)}</ol>
            </>
          )
        }
      </Loaded>
      {decided && decided.requests.length > 0 && (
        <details data-decided={decided.requests.length} open={own}>
          <summary>
            {t.permitRequests.decided} {decided.requests.length}
            {decided.more ? '+' : ''}
          </summary>
          <ol>{entries(decided.requests)}</ol>
        </details>
      )}
    </div>
  );
}
