import type { WorstCompany } from '../../api/overviewTypes';
import { Nothing } from '../../common/States';
import { useText } from '../../i18n/language';

/** Of those that are ranked; who was not observed enough is not, and not called good either. */
export function WorstCompanies({ worst }: { worst: readonly WorstCompany[] }) {
  const { overview } = useText();
  return (
    <section className="panel overview-worst">
      <h2>{overview.worst}</h2>
      {worst.length === 0 ? (
        <Nothing title={overview.noWorst} hint={overview.noWorstHint} />
      ) : (
        <ol>
          {worst.map(({ company, perHundred, confirmed, observedTrips }) => (
            <li key={company}>
              <b className="ellipsis" title={company}>
                {company}
              </b>
              <span className="number">
                <b>{perHundred.toFixed(1)}</b> <small className="dim">{overview.perHundred}</small>
              </span>
              <small className="dim">{overview.company(confirmed, observedTrips)}</small>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
