import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { useLanguage } from '../../i18n/language';

/** The alerts of the city's day by rule; the part that nobody has handled is drawn full. */
export function DayAlerts() {
  const { t, language } = useLanguage();
  const request = useRequest(() => api.alertSummary(), []);
  return (
    <section className="day-alerts">
      <Loaded request={request}>
        {({ total, byRule, byReview }) => {
          const most = Math.max(1, ...byRule.map(({ count }) => count));
          return (
            <>
              <h1>{t.reports.today}</h1>
              <p className="dim">{total === 0 ? t.reports.todayNone : t.reports.todayTotal(total, byReview.OPEN)}</p>
              {[...byRule]
                .sort((a, b) => b.count - a.count)
                .map(({ rule, ruleName, ruleNameEn, count, open }) => (
                  <div key={rule} className="day-rule">
                    <span className="dim">{rule}</span>
                    <span>{language === 'zh' ? ruleName : ruleNameEn}</span>
                    <i>
                      <em style={{ width: `${(count / most) * 100}%` }} />
                      <em className="open" style={{ width: `${(open / most) * 100}%` }} />
                    </i>
                    <b className="number">{count}</b>
                  </div>
                ))}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
