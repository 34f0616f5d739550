import { Button, Tag } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { api } from '../../../api/api';
import type { ExemptionDecision, ExemptionRequest } from '../../../api/exemptionTypes';
import type { RoadRow } from '../../../api/types';
import { useRequest, useStore } from '../../../common/hooks';
import { ReasonDialog } from '../../../common/ReasonDialog';
import { Loaded, Nothing } from '../../../common/States';
import { mayExcuse, mayExempt, useUser } from '../../../common/user';
import { day, monthDayTime } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { AskExemption } from './AskExemption';
import { RequestFiles } from './RequestFiles';
import { inOrder, placesBeside } from './places';

const COLOUR = { OPEN: 'gold', APPROVED: 'green', REJECTED: 'red', WITHDRAWN: 'default' } as const;
const MINUTE = 60_000;

/** 豁免: what was asked to be excused, and what was decided. */
export function ExemptionsBoard({ lead }: { lead: ReactNode }) {
  const t = useText();
  const store = useStore();
  const asks = mayExcuse(useUser());
  const today = day(store.now());
  const request = useRequest(() => api.exemptions(), []);
  const roads = useRequest(() => api.sweeping(today), [today]);
  const points = useRequest(() => (asks ? api.collectionPoints(today) : null), [today]);
  const board = roads.data?.roads ?? [];
  return (
    <>
      <div className="toolbar">
        {lead}
        {asks && <AskExemption roads={board} points={points.data?.points ?? []} now={Math.floor(store.now() / MINUTE) * MINUTE} onAsked={request.reload} />}
        <span className="dim">{t.exemptions.intro}</span>
      </div>
      <Loaded request={request}>
        {({ exemptions }) =>
          exemptions.length === 0 ? <Nothing title={t.exemptions.none} hint={t.exemptions.noneHint} /> : <Requests requests={exemptions} board={board} onDecided={request.reload} />
        }
      </Loaded>
    </>
  );
}

interface RequestsProps {
  requests: readonly ExemptionRequest[];
  board: readonly RoadRow[];
  onDecided: () => void;
}

/** One under another: on a phone each is a card, whose decision is not beside the screen. */
function Requests({ requests, board, onDecided }: RequestsProps) {
  const t = useText();
  const rows = useMemo(() => inOrder(requests), [requests]);
  return (
    <ol className="fill panel exemptions">
      <li className="exemption exemption-heads dim" aria-hidden="true">
        <span>{t.column.state}</span>
        <span>{t.exemptions.scope}</span>
        <span>{t.exemptions.reason}</span>
        <span>{t.exemptions.askedBy}</span>
        <span>{t.exemptions.decision}</span>
      </li>
      {rows.map((one) => (
        <li key={one.id} className="exemption" data-exemption={one.decision ?? 'OPEN'}>
          <span className="exemption-state">
            <Tag color={COLOUR[one.decision ?? 'OPEN']}>{t.exemptions.state[one.decision ?? 'OPEN']}</Tag>
            <span>{t.exemptions.kind[one.kind]}</span>
          </span>
          <span className="exemption-scope">
            <Scope of={one} board={board} />
            <span className="number">{`${monthDayTime(one.from)} – ${monthDayTime(one.to)}`}</span>
          </span>
          <span className="exemption-reason">
            <Lines first={one.reason} second={one.evidence} />
            <RequestFiles of={one} onAdded={onDecided} />
          </span>
          <span className="exemption-asked">
            <Lines first={one.askedBy} second={monthDayTime(one.askedAt)} />
          </span>
          <span className="exemption-decision">
            <Decided of={one} onDecided={onDecided} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Lines({ first, second }: { first: string; second: string }) {
  return (
    <>
      <div>{first}</div>
      <div className="dim">{second}</div>
    </>
  );
}

function Scope({ of, board }: { of: ExemptionRequest; board: readonly RoadRow[] }) {
  const t = useText();
  if (of.placeIds.length === 0) return <b>{t.exemptions.city}</b>;
  const places = [...of.roads, ...placesBeside(of, board)];
  return <Lines first={places.join('、')} second={of.op ? t.op[of.op] : t.sweeping.allOps} />;
}

function Decided({ of, onDecided }: { of: ExemptionRequest; onDecided: () => void }) {
  const t = useText();
  const user = useUser();
  const [asking, setAsking] = useState<ExemptionDecision | null>(null);
  if (of.decidedBy && of.decidedAt) return <Lines first={of.decisionReason} second={`${of.decidedBy} ${monthDayTime(of.decidedAt)}`} />;
  const choices: ExemptionDecision[] = of.own ? (mayExcuse(user) ? ['WITHDRAWN'] : []) : mayExempt(user) ? ['APPROVED', 'REJECTED'] : [];
  return (
    <>
      {choices.length === 0 && <span className="dim">{t.exemptions.waiting}</span>}
      {choices.map((decision) => (
        <Button key={decision} size="small" type={decision === 'APPROVED' ? 'primary' : 'default'} danger={decision === 'REJECTED'} onClick={() => setAsking(decision)} data-decide={decision}>
          {t.exemptions.decide[decision]}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={t.exemptions.decide[asking]}
          placeholder={t.exemptions.reasonNeeded}
          danger={asking === 'REJECTED'}
          decide={(reason) => api.decideOnExemption(of.id, asking, reason)}
          onDone={() => {
            setAsking(null);
            onDecided();
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  );
}
