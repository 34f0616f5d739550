import type { HTMLAttributes } from 'react';

type Marks = Record<`data-${string}`, string | number>;

/** The row before or after, over what a table has between its rows. */
function neighbour(row: Element, way: 'nextElementSibling' | 'previousElementSibling'): HTMLElement | null {
  let other = row[way];
  while (other && !other.matches('.row-opens')) other = other[way];
  return other as HTMLElement | null;
}

/** What a row of a table is given that opens something: a click does, and Enter when it has the focus; arrows go from row to row. */
export function opens(open: () => void, more: Marks & { title?: string } = {}): HTMLAttributes<HTMLElement> {
  return {
    ...more,
    className: 'row-opens',
    tabIndex: 0,
    onClick: open,
    onKeyDown: (event) => {
      // a link or a button in the row has its own Enter
      if (event.target !== event.currentTarget) return;
      const { key, currentTarget } = event;
      if (key === 'Enter') open();
      else if (key === 'ArrowDown') neighbour(currentTarget, 'nextElementSibling')?.focus();
      else if (key === 'ArrowUp') neighbour(currentTarget, 'previousElementSibling')?.focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
