import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';

interface Anchor {
  id: string;
  /** px below the upper edge of the list. */
  top: number;
}

const topIn = (box: HTMLElement, row: HTMLElement) => row.getBoundingClientRect().top - box.getBoundingClientRect().top;

function anchorOf(box: HTMLElement, selected: string): Anchor | null {
  const seen = ([...box.children] as HTMLElement[]).filter((row) => {
    const top = topIn(box, row);
    return top > -row.offsetHeight / 2 && top < box.clientHeight;
  });
  const row = seen.find(({ dataset }) => dataset.alert === selected) ?? seen[0];
  return row?.dataset.alert ? { id: row.dataset.alert, top: topIn(box, row) } : null;
}

/**
 * What comes above does not move the row that is looked at: the selected one where it is in sight, else the first in sight.
 *
 * @return to be told whenever the list was scrolled
 */
export function useSteadyScroll(box: RefObject<HTMLElement | null>, selected: string): () => void {
  const anchor = useRef<Anchor | null>(null);
  const keep = useCallback(() => {
    anchor.current = box.current && anchorOf(box.current, selected);
  }, [box, selected]);
  useLayoutEffect(() => {
    const list = box.current;
    const kept = anchor.current;
    const row = kept && ([...(list?.children ?? [])] as HTMLElement[]).find(({ dataset }) => dataset.alert === kept.id);
    if (list && kept && row) list.scrollTop += topIn(list, row) - kept.top;
    keep();
  });
  return keep;
}
