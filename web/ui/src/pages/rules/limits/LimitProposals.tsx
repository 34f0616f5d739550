import { Button, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/api';
import type { LimitProposal, LimitTable } from '../../../api/limitTypes';
import type { ProposalDecision } from '../../../api/ruleTypes';
import { ReasonDialog } from '../../../common/ReasonDialog';
import { mayApproveRules, mayProposeRules, useUser } from '../../../common/user';
import { dateTime, monthDayTime } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { ChangedLimits } from './ChangedLimits';

const COLOUR = { OPEN: 'gold', APPROVED: 'green', REJECTED: 'red', WITHDRAWN: 'default' } as const;

interface Props {
  table: LimitTable;
  proposals: LimitProposal[];
  onDecided: () => void;
}

/** What somebody wants to be changed, and what was said to it. */
export function LimitProposals({ table, proposals, onDecided }: Props) {
  const t = useText();
  return (
    <>
      <h3>{t.rules.tabs.PROPOSALS}</h3>
      {proposals.length === 0 && <p className="dim">{t.limits.noProposals}</p>}
      <ol className="limit-list">
        {proposals.map((one) => (
          <li key={one.id} data-limit-proposal={one.decision ?? 'OPEN'}>
            <p>
              <Tag color={COLOUR[one.decision ?? 'OPEN']}>{t.rules.proposals.state[one.decision ?? 'OPEN']}</Tag>
              <ChangedLimits changed={one.changed} />
            </p>
            <p>
              {one.reason} <span className="dim">{t.rules.proposals.proposedBy(one.proposedBy, monthDayTime(one.proposedAt))}</span>
              {one.inForceFrom && <span className="dim"> · {t.limits.since(dateTime(one.inForceFrom).slice(0, 16))}</span>}
            </p>
            {one.decidedBy && one.decidedAt && (
              <p>
                {one.decisionReason} <span className="dim">{t.rules.proposals.decidedBy(one.decidedBy, monthDayTime(one.decidedAt))}</span>
              </p>
            )}
            {one.decision === null && <Decisions proposal={one} outdated={one.base !== table.newest} onDecided={onDecided} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function Decisions({ proposal, outdated, onDecided }: { proposal: LimitProposal; outdated: boolean; onDecided: () => void }) {
  const t = useText();
  const user = useUser();
  const [asking, setAsking] = useState<ProposalDecision | null>(null);
  const words = { APPROVED: t.rules.proposals.approve, REJECTED: t.rules.proposals.reject, WITHDRAWN: t.rules.proposals.withdraw };
  const possible: ProposalDecision[] = proposal.own ? (mayProposeRules(user) ? ['WITHDRAWN'] : []) : mayApproveRules(user) ? ['APPROVED', 'REJECTED'] : [];
  return (
    <p className="limit-decisions">
      {outdated && <span className="warn">{t.rules.proposals.outdated}</span>}
      {proposal.own && !outdated && <span className="dim">{t.rules.proposals.fourEyes}</span>}
      {possible.map((decision) => (
        <Button key={decision} size="small" type={decision === 'APPROVED' ? 'primary' : 'default'} danger={decision === 'REJECTED'} disabled={decision === 'APPROVED' && outdated} onClick={() => setAsking(decision)} data-decide-limits={decision}>
          {words[decision]}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={words[asking]}
          placeholder={t.rules.reasonNeeded}
          danger={asking === 'REJECTED'}
          decide={(reason) => api.decideOnCaseLimits(proposal.id, asking, reason)}
          onDone={() => {
            setAsking(null);
            onDecided();
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </p>
  );
}
