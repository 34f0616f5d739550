import { Popup } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { AlertRow, Live } from '../../api/types';
import { useAlertsEvery, useLive } from '../../common/hooks';
import { go } from '../../common/route';
import { useMap } from '../../map/CityMap';
import type { Pose } from '../../map/motion';
import { FleetLayer } from '../../map/FleetLayer';
import { VehicleCard, VehicleHint } from './VehicleCard';

/** The strip beside the map tells of them first, ms. */
const ALERTS_EVERY = 1000;

interface Props {
  visible: (live: Live) => boolean;
  clusters: boolean;
  /** Whether alerts are shown where they happened. */
  alerts: boolean;
  selected: string | null;
  follow: boolean;
  onSelect: (plate: string | null) => void;
  onFollow: (on: boolean) => void;
}

/** The fleet with the card of the selected vehicle, which travels with it. */
export function VehiclesOnMap({ visible, clusters, alerts, selected, follow, onSelect, onFollow }: Props) {
  const map = useMap();
  const [hovered, setHovered] = useState<string | null>(null);
  const popup = useRef<Popup | null>(null);
  const moveCard = useCallback((pose: Pose | null) => {
    if (pose) popup.current?.setLngLat([pose.lon, pose.lat]);
  }, []);
  useEffect(() => {
    // Who drags the map wants to look elsewhere.
    const subscription = map.on('dragstart', () => onFollow(false));
    return () => subscription.unsubscribe();
  }, [map, onFollow]);

  const unhandled = useUnhandled(alerts);
  const chosen = useLive(selected);
  const hint = useLive(hovered === selected ? null : hovered);
  return (
    <>
      <FleetLayer
        visible={visible}
        clusters={clusters}
        alerts={unhandled}
        selected={selected}
        follow={follow}
        onSelect={onSelect}
        onHover={setHovered}
        onAlert={openReview}
        onPose={moveCard}
      />
      {chosen && (
        <OnMap at={chosen} popup={popup} key={chosen.plate}>
          <VehicleCard live={chosen} follow={follow} onFollow={onFollow} onClose={() => onSelect(null)} />
        </OnMap>
      )}
      {hint && (
        <OnMap at={hint} key={`hint ${hint.plate}`}>
          <VehicleHint live={hint} />
        </OnMap>
      )}
    </>
  );
}

const openReview = (id: string) => go('review', id);
const NO_ALERTS: AlertRow[] = [];

/** The alerts that nobody has decided on; none where they are not shown. */
function useUnhandled(shown: boolean): readonly AlertRow[] {
  const store = useAlertsEvery(ALERTS_EVERY);
  const version = store.alertsSnapshot();
  return useMemo(() => (shown ? store.unhandled() : NO_ALERTS), [store, version, shown]);
}

/** React content in a popup of the map. */
function OnMap({ at, popup, children }: { at: Live; popup?: { current: Popup | null }; children: ReactNode }) {
  const map = useMap();
  const [box] = useState(() => document.createElement('div'));
  const first = useRef(at);
  useEffect(() => {
    const made = new Popup({ closeButton: false, closeOnClick: false, offset: 18, maxWidth: '330px' })
      .setLngLat([first.current.lon, first.current.lat])
      .setDOMContent(box)
      .addTo(map);
    if (popup) popup.current = made;
    return () => {
      made.remove();
      if (popup) popup.current = null;
    };
  }, [map, box, popup]);
  return createPortal(children, box);
}
