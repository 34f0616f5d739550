import { Button, Table, Tag, type TableColumnsType } from 'antd';
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

function Requests({ requests, board, onDecided }: RequestsProps) {
  const t = useText();
  const rows = useMemo(() => inOrder(requests), [requests]);
  const columns: TableColumnsType<ExemptionRequest> = [
    { title: t.column.state, width: 92, render: (_, { decision }) => <Tag color={COLOUR[decision ?? 'OPEN']}>{t.exemptions.state[decision ?? 'OPEN']}</Tag> },
    { title: t.exemptions.kindOf, width: 110, render: (_, { kind }) => t.exemptions.kind[kind] },
    { title: t.exemptions.scope, width: 220, render: (_, one) => <Scope of={one} board={board} /> },
    { title: t.exemptions.span, width: 190, render: (_, { from, to }) => <span className="number">{`${monthDayTime(from)} – ${monthDayTime(to)}`}</span> },
    { title: t.exemptions.reason, render: (_, { reason, evidence }) => <Lines first={reason} second={evidence} /> },
    { title: t.exemptions.askedBy, width: 120, render: (_, { askedBy, askedAt }) => <Lines first={askedBy} second={monthDayTime(askedAt)} /> },
    { title: t.exemptions.decision, width: 220, render: (_, one) => <Decided of={one} onDecided={onDecided} /> },
  ];
  return (
    <div className="fill panel exemptions">
      <Table<ExemptionRequest>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={rows}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        scroll={{ x: 1160 }}
        onRow={({ decision }) => ({ 'data-exemption': decision ?? 'OPEN' }) as React.HTMLAttributes<HTMLElement>}
      />
    </div>
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
        <Button key={decision} type="link" size="small" danger={decision === 'REJECTED'} onClick={() => setAsking(decision)} data-decide={decision}>
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
