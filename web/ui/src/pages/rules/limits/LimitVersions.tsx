import { Tag } from 'antd';
import type { LimitProposal, LimitVersion } from '../../../api/limitTypes';
import { dateTime } from '../../../domain/time';
import { useText } from '../../../i18n/language';
import { limitText } from '../../cases/words';
import { rowName } from './ChangedLimits';

/** The tables one after the other: from when each holds, whose it is, and what it has changed. */
export function LimitVersions({ versions, proposals }: { versions: LimitVersion[]; proposals: LimitProposal[] }) {
  const t = useText();
  const current = versions.find(({ inForce }) => inForce)?.number ?? 1;
  return (
    <>
      <h3>{t.rules.tabs.VERSIONS}</h3>
      <ol className="limit-list" data-limit-versions={versions.length}>
        {versions.map(({ number, inForceFrom, inForce, proposalId, changes }) => {
          const proposal = proposals.find(({ id }) => id === proposalId);
          return (
            <li key={number}>
              <p>
                <b>{t.limits.ofVersion(number)}</b> {inForceFrom ? t.limits.since(dateTime(inForceFrom).slice(0, 16)) : t.limits.usual}{' '}
                {inForce && <Tag color="green">{t.rules.versions.inForce}</Tag>}
                {number > current && <Tag color="gold">{t.rules.versions.coming}</Tag>}
                {proposal && (
                  <span className="dim">
                    {proposal.proposedBy} / {proposal.decidedBy} · {proposal.reason}
                  </span>
                )}
              </p>
              {changes.length > 0 && (
                <p>
                  {changes.map(({ row, before, after }) => (
                    <span key={row} className="limit-changed">
                      {rowName(row, t)} {limitText(before, t)} → <b>{limitText(after, t)}</b>
                    </span>
                  ))}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
