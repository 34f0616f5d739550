import type { Condition } from '../../api/types';
import { conditionName, conditionValue } from '../../domain/trace';
import { useLanguage } from '../../i18n/language';

/** Each condition of the rule, what was found, and whether it held. */
export function DecisionTrace({ conditions }: { conditions: readonly Condition[] }) {
  const { t, language } = useLanguage();
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
        {conditions.map((condition, at) => (
          <tr key={at}>
            <td>{conditionName(condition.name, language)}</td>
            <td className="trace-value">{conditionValue(condition.value, language)}</td>
            <td className={condition.held ? 'held' : 'not-held'} aria-label={condition.held ? t.common.yes : t.common.no}>
              {condition.held ? '✓' : '✗'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
