import { Tag } from 'antd';
import type { PlanItem } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { pendingFrom, stateOf } from './items';

const COLOURS = { now: 'green', future: 'blue', ended: 'default' } as const;

/** Whether it counts; of what is to change only that: what counts until then is an earlier version. */
export function ItemState({ item }: { item: Pick<PlanItem, 'columns' | 'since'> }) {
  const t = useText();
  const now = useStore().now();
  const state = stateOf(item, now);
  const pending = state === 'ended' ? null : pendingFrom(item, now);
  if (pending) return <Tag color="orange">{t.plan.pending(dateTime(pending))}</Tag>;
  return <Tag color={COLOURS[state]}>{t.plan.state[state]}</Tag>;
}
