/** A share of one as a bar and in words. */
export function Score({ of, title }: { of: number; title?: string }) {
  return (
    <div className="rate" title={title}>
      <i>
        <em style={{ width: `${of * 100}%`, background: 'var(--accent)' }} />
      </i>
      <b className="number">{Math.round(of * 100)}%</b>
    </div>
  );
}
