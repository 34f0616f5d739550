import type { ReactNode } from 'react';
import type { Capture, TripRow } from '../../api/types';
import { useText, word } from '../../i18n/language';
import { gapsOf } from './evidence';

const Tick = ({ children }: { children?: ReactNode }) => (
  <span>
    <b className="good">✓</b> {children}
  </span>
);

export function PermitCell({ trip }: { trip: TripRow }) {
  const t = useText();
  return trip.permitId ? <Tick>{trip.permitId}</Tick> : <span className="bad">{t.trips.gap.NO_PERMIT}</span>;
}

export function WaybillCell({ trip }: { trip: TripRow }) {
  const t = useText();
  const { waybillId, waybillMatch, exception } = trip;
  if (exception) return <span className="bad" title={exception}>{t.trips.exception(exception)} {waybillId}</span>;
  if (waybillMatch === 'MATCHED') return <Tick>{waybillId}</Tick>;
  if (!waybillMatch) return <span className="dim">{waybillId || '—'}</span>;
  return (
    <span>
      <span className="warn">{word(t.waybillMatch, waybillMatch)}</span> {waybillId}
    </span>
  );
}

/** Leaving and coming, each by its gate. */
export function CameraCell({ trip }: { trip: TripRow }) {
  const t = useText();
  const { cameraOut, cameraIn } = trip;
  if (cameraOut === '' && cameraIn === '') return <span className="dim">{t.trips.noCamera}</span>;
  const gate = (name: string, capture: Capture) =>
    capture === '' ? null : capture === 'SEEN' ? <Tick>{name}</Tick> : <span className="warn">{t.trips.notSeen(name)}</span>;
  return (
    <span>
      {gate(t.trips.gateOut, cameraOut)} {gate(t.trips.gateIn, cameraIn)}
    </span>
  );
}

export function TrackCell({ trip }: { trip: TripRow }) {
  const t = useText();
  const { observedShare, endKind } = trip;
  if (observedShare === null) return <span className="dim">—</span>;
  const share = `${Math.floor(observedShare * 100)}%`;
  if (endKind === 'GAP') return <span className="warn">{t.trips.brokenOff} {share}</span>;
  if (gapsOf(trip).includes('UNOBSERVED')) return <span className="warn">{t.trips.gap.UNOBSERVED} {share}</span>;
  return <Tick>{share}</Tick>;
}
