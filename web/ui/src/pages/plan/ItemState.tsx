import { Tag } from 'antd';
import type { PlanItem } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { useText } from '../../i18n/language';
import { stateOf } from './items';

const COLOURS = { now: 'green', future: 'blue', ended: 'default' } as const;

export function ItemState({ item }: { item: Pick<PlanItem, 'columns'> }) {
  const t = useText();
  const state = stateOf(item, useStore().now());
  return <Tag color={COLOURS[state]}>{t.plan.state[state]}</Tag>;
}
