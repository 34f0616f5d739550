import type { Condition } from '../../api/types';
import { useText } from '../../i18n/language';

/** Each condition of the rule, what was found, and whether it held. */
export function DecisionTrace({ conditions }: { conditions: readonly Condition[] }) {
  const t = useText();
  return (
    <table className="trace" data-trace={conditions.length}>
      <thead>
        <tr>
          <th>{t.review.condition}</th>
          <th>{t.review.value}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {conditions.map((condition) => (
          <tr key={`${condition.name} ${condition.value}`}>
            <td>{condition.name}</td>
            <td className="trace-value">{condition.value}</td>
            <td className={condition.held ? 'held' : 'not-held'} aria-label={condition.held ? t.common.yes : t.common.no}>
              {condition.held ? '✓' : '✗'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
