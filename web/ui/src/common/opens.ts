import type { HTMLAttributes } from 'react';

type Marks = Record<`data-${string}`, string | number>;

/** What a row of a table is given that opens something: a click does, and Enter when it has the focus. */
export function opens(open: () => void, more: Marks & { title?: string } = {}): HTMLAttributes<HTMLElement> {
  return {
    ...more,
    className: 'row-opens',
    tabIndex: 0,
    onClick: open,
    onKeyDown: (event) => {
      // a link or a button in the row has its own Enter
      if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
      event.stopPropagation();
      open();
    },
  };
}
