import { api } from '../../api/api';
import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { useRequest, useStore } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { COLUMNS, pendingFrom } from './items';
import type { Plan } from './usePlan';
import { shownText } from './words';

/** All that it was: who changed what, when and why. */
export function VersionList({ layer, id, version, plan }: { layer: PlanLayer; id: string; version: number; plan: Plan }) {
  const t = useText();
  const now = useStore().now();
  const request = useRequest(() => api.planVersions(layer, id), [layer, id, version]);
  return (
    <section className="plan-versions">
      <h4>{t.plan.history}</h4>
      <Loaded request={request}>
        {({ versions }) => (
          <ol>
            {versions.map((one, i) => (
              <li key={one.version}>
                <p>
                  <b className="number">{t.plan.version(one.version)}</b> {t.plan.origin[one.origin]}
                  {one.by && ` · ${one.by}`}
                  {one.recordedAt && <span className="dim number"> · {dateTime(one.recordedAt)}</span>}
                  {!one.counted && <span className="warn"> · {t.plan.corrected}</span>}
                </p>
                {pendingFrom(one, now) && <p className="warn number">{t.plan.pending(dateTime(pendingFrom(one, now)!))}</p>}
                {one.reason && <p className="dim">{one.reason}</p>}
                {versions[i + 1] && <Changes layer={layer} before={versions[i + 1]} after={one} plan={plan} />}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

function Changes({ layer, before, after, plan }: { layer: PlanLayer; before: PlanItem; after: PlanItem; plan: Plan }) {
  const t = useText();
  const changed = [...COLUMNS[layer], 'entered_at'].filter((name) => (before.columns[name] ?? '') !== (after.columns[name] ?? ''));
  const redrawn = JSON.stringify(before.geometry) !== JSON.stringify(after.geometry);
  return (
    <ul className="dim">
      {changed.map((name) => (
        <li key={name}>
          {t.plan.field[name as keyof typeof t.plan.field]}: {shownText(name, before.columns[name] ?? '', plan, t, before.columns)} → {shownText(name, after.columns[name] ?? '', plan, t, after.columns)}
        </li>
      ))}
      {redrawn && <li>{t.plan.shape}</li>}
    </ul>
  );
}
