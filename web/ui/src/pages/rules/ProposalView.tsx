import { Alert as Notice, Button, Progress } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Catalogue, Proposal, ProposalDecision, Trial } from '../../api/ruleTypes';
import { useReloadWhile, useRequest } from '../../common/hooks';
import { ReasonDialog } from '../../common/ReasonDialog';
import { Loaded, Nothing } from '../../common/States';
import { mayApproveRules, mayProposeRules, useUser } from '../../common/user';
import { dateTime, monthDayTime } from '../../domain/time';
import { useLanguage, useText, word } from '../../i18n/language';
import { meaningOf } from './meaning';
import { parametersOf } from './parameters';
import { TrialOutcome } from './TrialOutcome';

interface Props {
  proposal: Proposal;
  catalogue: Catalogue;
  onDecided: () => void;
}

/** A proposal with its numbers and its trial, and what the reader may decide. */
export function ProposalView({ proposal, catalogue, onDecided }: Props) {
  const t = useText();
  const { trialId } = proposal;
  const request = useRequest(() => api.trials(), [trialId]);
  const trial = request.data?.trials.find(({ id }) => id === trialId);
  const running = trial !== undefined && trial.finishedAt === null;
  useReloadWhile(running, request.reload);
  return (
    <div className="rules-proposal" data-proposal-view={proposal.decision ?? 'OPEN'}>
      <About proposal={proposal} catalogue={catalogue} />
      {proposal.decision === null && <Decisions proposal={proposal} catalogue={catalogue} ready={!running} onDecided={onDecided} />}
      <h3>{t.rules.proposals.trial}</h3>
      <Loaded request={request}>{() => (running ? <Running trial={trial} /> : <Outcome trial={trial} id={trialId} catalogue={catalogue} />)}</Loaded>
    </div>
  );
}

function Running({ trial }: { trial: Trial }) {
  const t = useText();
  return (
    <div className="rules-running">
      <Progress percent={Math.round(trial.progress * 100)} />
      <span className="dim">{t.rules.proposals.waiting}</span>
    </div>
  );
}

function Outcome({ trial, id, catalogue }: { trial: Trial | undefined; id: string; catalogue: Catalogue }) {
  const t = useText();
  if (trial?.state === 'FAILED') return <Nothing title={t.rules.state.FAILED} hint={trial.failure === 'interrupted' ? t.rules.interrupted : trial.failure} />;
  return <TrialOutcome id={id} catalogue={catalogue} />;
}

function About({ proposal, catalogue }: { proposal: Proposal; catalogue: Catalogue }) {
  const { t, language } = useLanguage();
  const { company, changed, base, reason, inForceFrom, decidedBy, decidedAt } = proposal;
  const known = new Map(parametersOf(catalogue, company).map((one) => [one.name, one]));
  return (
    <>
      <h3>
        {company || t.rules.city} <small className="dim">{t.rules.proposals.base(base)}</small>
      </h3>
      <ul className="rules-numbers">
        {Object.entries(changed).map(([name, value]) => {
          const one = known.get(name);
          return (
            <li key={name}>
              <code>{name}</code> <span className="number">{proposal.decision === null && one ? `${one.value} → ` : ''}<b>{value}</b></span> {one?.unit && word(t.rules.units, one.unit)} <span className="dim">{one && meaningOf(one, language)}</span>
            </li>
          );
        })}
      </ul>
      <dl>
        <dt>{t.rules.reason}</dt>
        <dd>{reason}</dd>
        <dt>{t.rules.inForceFrom}</dt>
        <dd>{inForceFrom ? dateTime(inForceFrom).slice(0, 16) : t.rules.whenApproved}</dd>
      </dl>
      <p className="dim">{t.rules.proposals.proposedBy(proposal.proposedBy, monthDayTime(proposal.proposedAt))}</p>
      {decidedBy && decidedAt && (
        <p data-decided>
          <b>{t.rules.proposals.state[proposal.decision ?? 'OPEN']}</b> · {proposal.decisionReason} <span className="dim">{t.rules.proposals.decidedBy(decidedBy, monthDayTime(decidedAt))}</span>
        </p>
      )}
    </>
  );
}

function Decisions({ proposal, catalogue, ready, onDecided }: Props & { ready: boolean }) {
  const t = useText();
  const user = useUser();
  const [asking, setAsking] = useState<ProposalDecision | null>(null);
  const outdated = proposal.base !== catalogue.newest;
  const decides = mayApproveRules(user) && !proposal.own;
  return (
    <div className="rules-decisions">
      {outdated && <Notice type="warning" showIcon title={t.rules.proposals.outdated} />}
      {proposal.own && !outdated && <Notice type="info" showIcon title={t.rules.proposals.fourEyes} />}
      {decides && (
        <Button type="primary" disabled={!ready || outdated} title={ready ? undefined : t.rules.proposals.waiting} onClick={() => setAsking('APPROVED')} data-decide="APPROVED">
          {t.rules.proposals.approve}
        </Button>
      )}
      {decides && (
        <Button danger onClick={() => setAsking('REJECTED')} data-decide="REJECTED">
          {t.rules.proposals.reject}
        </Button>
      )}
      {proposal.own && mayProposeRules(user) && (
        <Button onClick={() => setAsking('WITHDRAWN')} data-decide="WITHDRAWN">
          {t.rules.proposals.withdraw}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={{ APPROVED: t.rules.proposals.approve, REJECTED: t.rules.proposals.reject, WITHDRAWN: t.rules.proposals.withdraw }[asking]}
          placeholder={t.rules.reasonNeeded}
          danger={asking === 'REJECTED'}
          decide={(reason) => api.decideOnProposal(proposal.id, asking, reason)}
          onDone={() => {
            setAsking(null);
            onDecided();
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </div>
  );
}
