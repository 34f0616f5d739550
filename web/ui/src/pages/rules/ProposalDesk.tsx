import { Table, Tag, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { Catalogue, Proposal } from '../../api/ruleTypes';
import { useRequest } from '../../common/hooks';
import { opens } from '../../common/opens';
import { Loaded, Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { ProposalView } from './ProposalView';
import { Changed } from './TrialList';

const COLOUR = { OPEN: 'gold', APPROVED: 'green', REJECTED: 'red', WITHDRAWN: 'default' } as const;

/** 变更审批: what was proposed, and beside it what the chosen one would change. */
export function ProposalDesk({ catalogue, onDecided }: { catalogue: Catalogue; onDecided: () => void }) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const request = useRequest(() => api.proposals(), []);
  return (
    <Loaded request={request}>
      {({ proposals }) => {
        if (proposals.length === 0) return <Nothing title={t.rules.proposals.none} hint={t.rules.proposals.noneHint} />;
        const chosen = proposals.find(({ id }) => id === open) ?? proposals[0];
        return (
          <div className="rules-desk">
            <section className="panel">
              <Proposals proposals={proposals} chosen={chosen} onChoose={setOpen} />
            </section>
            <section className="panel">
              <ProposalView
                key={chosen.id}
                proposal={chosen}
                catalogue={catalogue}
                onDecided={() => {
                  request.reload();
                  onDecided();
                }}
              />
            </section>
          </div>
        );
      }}
    </Loaded>
  );
}

function Proposals({ proposals, chosen, onChoose }: { proposals: Proposal[]; chosen: Proposal; onChoose: (id: string) => void }) {
  const t = useText();
  const columns = useMemo<TableColumnsType<Proposal>>(
    () => [
      { title: t.rules.at, width: 104, render: (_, one) => <span className="number">{monthDayTime(one.proposedAt)}</span> },
      { title: t.rules.by, width: 90, ellipsis: true, dataIndex: 'proposedBy' },
      { title: t.rules.proposals.changed, render: (_, one) => <Changed company={one.company} changed={one.changed} /> },
      { title: t.column.state, width: 92, render: (_, { decision }) => <Tag color={COLOUR[decision ?? 'OPEN']}>{t.rules.proposals.state[decision ?? 'OPEN']}</Tag> },
    ],
    [t],
  );
  return (
    <Table<Proposal>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={proposals}
      pagination={false}
      rowClassName={({ id }) => (id === chosen.id ? 'rules-tried' : '')}
      onRow={({ id, decision }) => opens(() => onChoose(id), { 'data-proposal': decision ?? 'OPEN' })}
    />
  );
}
