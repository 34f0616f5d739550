import { useMemo } from 'react';
import { api } from '../../api/api';
import type { AlertRow, Evidence } from '../../api/types';
import { useRequest } from '../../common/hooks';
import { later } from '../../common/Later';
import { PlayBar } from '../../common/PlayBar';
import { Loaded, Nothing } from '../../common/States';
import { usePlayhead } from '../../domain/playhead';
import { GAP_MS, parts, type Interval } from '../../domain/track';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { TrackLayer } from '../../map/TrackLayer';
import { DecisionPanel } from './DecisionPanel';
import { EvidenceLayer } from './EvidenceLayer';

const Curves = later(() => import('../../charts/Curves'));
/** The routes of the permit are drawn with the evidence; those of others say nothing here. */
const HIDDEN = ['routes'] as const;
const BEFORE_AND_AFTER = 10 * 60_000;

export interface Stepping {
  next: () => void;
  previous: () => void;
  onDecided: (alert: AlertRow) => void;
}

export function EvidenceDesk({ id, ...stepping }: { id: string } & Stepping) {
  const request = useRequest(() => api.evidence(id), [id]);
  return (
    <div className="evidence" data-evidence={request.data ? 'ready' : 'loading'}>
      <Loaded request={request}>{(evidence) => <Shown evidence={evidence} {...stepping} />}</Loaded>
    </div>
  );
}

/** From ten minutes before the violation to ten minutes after it, or what the server gave of it. */
function periodOf({ alert, points }: Evidence): Interval {
  const from = Date.parse(alert.start) - BEFORE_AND_AFTER;
  const to = Date.parse(alert.end ?? alert.decided) + BEFORE_AND_AFTER;
  if (points.length === 0) return { from, to };
  return { from: Math.max(from, Date.parse(points[0].time)), to: Math.min(to, Date.parse(points[points.length - 1].time)) };
}

function gapsOf({ points }: Evidence): { from: string; to: string }[] {
  return points.slice(1).flatMap((point, i) => {
    const before = points[i];
    return Date.parse(point.time) - Date.parse(before.time) > GAP_MS ? [{ from: before.time, to: point.time }] : [];
  });
}

function Shown({ evidence, ...stepping }: { evidence: Evidence } & Stepping) {
  const t = useText();
  const { alert, points } = evidence;
  const period = useMemo(() => periodOf(evidence), [evidence]);
  const playhead = usePlayhead(period.from, period.to, Date.parse(alert.start));
  const bar = useMemo(() => parts(points, [], gapsOf(evidence), [alert]), [evidence, points, alert]);
  const marked = useMemo(() => [{ from: Date.parse(alert.start), to: Date.parse(alert.end ?? alert.decided) }], [alert]);
  return (
    <>
      <section className="evidence-middle">
        <CityMap hidden={HIDDEN}>
          <EvidenceLayer evidence={evidence} />
          {points.length > 0 && <TrackLayer points={points} kind={alert.kind ?? 'MUCK_TRUCK'} playhead={playhead} />}
        </CityMap>
        {points.length > 0 ? (
          <>
            <PlayBar playhead={playhead} parts={bar} />
            <div className="evidence-curves">
              <Curves points={points} period={period} marked={marked} limitKmh={alert.unit === 'km/h' ? alert.allowed : null} playhead={playhead} />
            </div>
          </>
        ) : (
          <div className="evidence-curves">
            <Nothing title={t.review.noPoints} />
          </div>
        )}
      </section>
      <DecisionPanel evidence={evidence} playhead={playhead} {...stepping} />
    </>
  );
}
