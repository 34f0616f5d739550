import { Table, Tag, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/api';
import type { ParameterChange, ParameterVersion, Proposal } from '../../api/ruleTypes';
import { useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';

/** 版本: what was in force when, who asked for it and who approved it, and in what it differs from the one before. */
export function VersionTable() {
  const request = useRequest(() => Promise.all([api.parameterVersions(), api.proposals()]), []);
  return <Loaded request={request}>{([{ versions }, { proposals }]) => <Versions versions={versions} proposals={new Map(proposals.map((one) => [one.id, one]))} />}</Loaded>;
}

function Versions({ versions, proposals }: { versions: ParameterVersion[]; proposals: ReadonlyMap<string, Proposal> }) {
  const t = useText();
  const columns = useMemo<TableColumnsType<ParameterVersion>>(() => {
    const proposal = ({ proposalId }: ParameterVersion) => (proposalId === null ? undefined : proposals.get(proposalId));
    const current = versions.find(({ inForce }) => inForce)?.number ?? 0;
    return [
      { title: t.rules.versions.number, width: 70, align: 'right', render: (_, one) => <b className="number">{one.number}</b> },
      {
        title: t.rules.inForceFrom,
        width: 190,
        render: (_, one) => (
          <>
            <span className="number">{one.inForceFrom ? dateTime(one.inForceFrom).slice(0, 16) : t.rules.versions.always}</span>{' '}
            {one.inForce && <Tag color="green">{t.rules.versions.inForce}</Tag>}
            {one.number > current && <Tag color="gold">{t.rules.versions.coming}</Tag>}
          </>
        ),
      },
      { title: t.rules.versions.ruleSet, width: 130, render: (_, one) => <code>{one.ruleSet}</code> },
      {
        title: t.rules.versions.by,
        width: 170,
        render: (_, one) => {
          const of = proposal(one);
          return of ? `${of.proposedBy} / ${of.decidedBy}` : <span className="dim">—</span>;
        },
      },
      { title: t.rules.reason, width: 200, render: (_, one) => (one.proposalId === null ? <span className="dim">{t.rules.versions.first}</span> : proposal(one)?.reason) },
      { title: t.rules.versions.changes, render: (_, one) => <Changes changes={one.changes} /> },
    ];
  }, [t, versions, proposals]);
  return (
    <div className="fill panel rules-scroll" data-versions={versions.length}>
      <Table<ParameterVersion> size="small" rowKey="number" columns={columns} dataSource={versions} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 1000 }} />
    </div>
  );
}

function Changes({ changes }: { changes: ParameterChange[] }) {
  return (
    <>
      {changes.map(({ company, name, before, after }) => (
        <code key={company + name} className="rules-changed">
          {company && <b>{company} </b>}
          {name} {before} → {after}
        </code>
      ))}
    </>
  );
}
