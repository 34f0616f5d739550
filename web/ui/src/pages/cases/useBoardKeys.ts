import { go } from '../../common/route';
import { usePageKeys } from '../../common/usePageKeys';
import { neighbour, type Column, type Direction } from './board';

const card = (id: number) => document.querySelector<HTMLElement>(`[data-case="${id}"]`);

const focused = (): number | null => {
  const held = document.activeElement?.closest<HTMLElement>('[data-case]')?.dataset.case;
  return held === undefined ? null : Number(held);
};

/** From card to card; while a case is open its neighbour opens. Enter on a card is its link's own. */
export function useBoardKeys(columns: readonly Column[], selected: number | null): void {
  const step = (direction: Direction) => {
    const next = neighbour(columns, selected ?? focused(), direction);
    if (next === null) return;
    if (selected === null) card(next)?.focus();
    else if (next !== selected) go('cases', String(next));
    card(next)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  usePageKeys(true, {
    j: () => step('down'),
    k: () => step('up'),
    arrowdown: () => step('down'),
    arrowup: () => step('up'),
    arrowleft: () => step('left'),
    arrowright: () => step('right'),
    escape: () => {
      if (selected === null) return;
      go('cases');
      card(selected)?.focus();
    },
  });
}
