import { Input } from 'antd';
import { useState } from 'react';
import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { Nothing } from '../../common/States';
import { useText, word } from '../../i18n/language';
import { ExpiryCalendar } from './ExpiryCalendar';
import { ItemState } from './ItemState';
import { calendar, matching, sorted } from './items';
import { itemLine, itemTitle } from './words';
import type { Plan } from './usePlan';

const WEEKS = 5;

interface Props {
  layer: PlanLayer;
  items: readonly PlanItem[];
  plan: Plan;
  onOpen: (id: string) => void;
}

/** All of a layer, those in force in front; of permits what ends on which day. */
export function ItemList({ layer, items, plan, onOpen }: Props) {
  const t = useText();
  const store = useStore();
  const [words, setWords] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const days = layer === 'permits' ? calendar(items, store.now(), WEEKS) : [];
  const ids = date ? days.find((one) => one.date === date)?.ids : undefined;
  const shown = sorted(matching(items, words, (item) => itemTitle(layer, item, plan, t)), store.now()).filter(({ id }) => !ids || ids.includes(id));
  return (
    <>
      <div className="plan-search">
        <Input.Search allowClear placeholder={t.plan.search} aria-label={t.plan.search} value={words} onChange={({ target }) => setWords(target.value)} />
        <span className="dim number">{t.plan.count(shown.length)}</span>
      </div>
      {layer === 'permits' && items.length > 0 && <ExpiryCalendar days={days} chosen={date} onChoose={setDate} />}
      {shown.length === 0 ? (
        <Nothing title={t.plan.none} hint={t.plan.noneHint} />
      ) : (
        <LongList of={shown} className="plan-list">
          {(item) => (
            <li key={item.id}>
              <button type="button" onClick={() => onOpen(item.id)} data-item={item.id}>
                <b>{itemTitle(layer, item, plan, t)}</b>
                <ItemState item={item} />
                <span className="dim">{layer === 'places' ? `${word(t.place, item.columns.kind)} · ${item.id}` : itemLine(layer, item, plan, t)}</span>
              </button>
            </li>
          )}
        </LongList>
      )}
    </>
  );
}
