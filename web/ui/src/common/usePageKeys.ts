import { useEffect, useRef } from 'react';

type Keys = Record<string, () => unknown>;

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** What is pressed in a dialog is meant for the dialog. */
const inDialog = (target: EventTarget | null) => target instanceof Element && target.closest('[role="dialog"]') !== null;

/** Single keys for the whole page; not while one types, not in a dialog, and not with Ctrl, Alt or Meta. */
export function usePageKeys(active: boolean, keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!active) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target) || inDialog(event.target)) return;
      const action = latest.current[event.key.toLowerCase()];
      // A space on a focused button is that button's.
      if (!action || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [active]);
}
