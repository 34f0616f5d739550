import { useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';

/** Items that are made at once, and whenever the end of those comes into sight. */
const STEP = 100;

interface Props<T> extends Omit<ComponentProps<'ol'>, 'children'> {
  of: readonly T[];
  /** Makes the item of one, with its key. */
  children: (one: T) => ReactNode;
}

/** A list that may have ten thousand items: they are made as somebody comes to them. */
export function LongList<T>({ of, children, ...list }: Props<T>) {
  const [made, setMade] = useState(STEP);
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!end.current) return undefined;
    const observer = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setMade((n) => n + STEP);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [made, of]);
  return (
    <ol {...list}>
      {of.slice(0, made).map(children)}
      {made < of.length && <li ref={end} aria-hidden />}
    </ol>
  );
}
