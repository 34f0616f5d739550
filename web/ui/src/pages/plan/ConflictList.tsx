import { Select } from 'antd';
import { useState } from 'react';
import type { ConflictKind, PlanConflict, PlanLayer } from '../../api/planTypes';
import { LongList } from '../../common/LongList';
import { Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import type { Plan } from './usePlan';
import { measureOf } from './words';

interface Props {
  conflicts: readonly PlanConflict[];
  plan: Plan;
  onOpen: (layer: PlanLayer, id: string) => void;
}

/** What is wrong with permits and the routes they name, before a trip shows it. */
export function ConflictList({ conflicts, plan, onOpen }: Props) {
  const t = useText();
  const [kind, setKind] = useState<ConflictKind | undefined>();
  if (conflicts.length === 0) return <Nothing title={t.plan.noConflicts} />;
  const counts = new Map<ConflictKind, number>();
  for (const one of conflicts) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  const shown = conflicts.filter((one) => !kind || one.kind === kind);
  const named = ({ kind: of, objectId }: PlanConflict): string => (of.startsWith('SITE') || of.startsWith('GROUND') || of === 'ROUTE_MISSES' ? plan.nameOf(objectId) : objectId);
  return (
    <>
      <div className="plan-search">
        <Select<ConflictKind>
          allowClear
          placeholder={t.plan.conflictsTitle}
          aria-label={t.plan.conflictsTitle}
          value={kind}
          onChange={setKind}
          options={[...counts].map(([value, n]) => ({ value, label: `${t.plan.conflict[value]} (${n})` }))}
        />
        <span className="dim number">{t.plan.count(shown.length)}</span>
      </div>
      <LongList of={shown} className="plan-list">
        {(one) => (
          <li key={`${one.permitId} ${one.kind} ${one.objectId}`}>
            <button type="button" onClick={() => onOpen('permits', one.permitId)} data-conflict={one.kind}>
              <b>{one.plate}</b>
              <span className="warn">{t.plan.conflict[one.kind]}</span>
              <span className="dim">{[one.permitId, named(one), measureOf(one, t)].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        )}
      </LongList>
    </>
  );
}
