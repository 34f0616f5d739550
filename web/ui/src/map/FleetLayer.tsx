import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { AlertRow, Live } from '../api/types';
import { useStore } from '../common/hooks';
import { useTheme } from '../shell/theme';
import type { CalmMap } from './calmMap';
import { useMap } from './CityMap';
import { clustersEnd } from './fleet/clusters';
import { FleetOverlay } from './fleet/overlay';
import type { Pose } from './motion';

interface Props {
  visible: (live: Live) => boolean;
  clusters: boolean;
  alerts: readonly AlertRow[];
  selected: string | null;
  follow: boolean;
  onSelect: (plate: string | null) => void;
  onHover: (plate: string | null) => void;
  onAlert: (id: string) => void;
  /** Told of where the selected vehicle is drawn, with every picture. */
  onPose: (pose: Pose | null) => void;
}

/** A followed vehicle may stray so far from the middle before the map goes after it, px: the city is not drawn anew for less. */
const STRAY = 40;

/** The fleet as symbols that drive from report to report, and the alerts below them. */
export function FleetLayer(props: Props) {
  const { visible, clusters, alerts, selected } = props;
  const map = useMap();
  const store = useStore();
  const { mode } = useTheme();
  const [overlay, setOverlay] = useState<FleetOverlay | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const made = new FleetOverlay(map, mode, (pose) => {
      latest.current.onPose(pose);
      if (pose && latest.current.follow) goAfter(map, pose);
    });
    setOverlay(made);
    const unlisten = listen(map, made, latest, () => store.live.size);
    return () => {
      unlisten();
      made.close();
    };
  }, [map, mode, store]);

  useEffect(() => {
    if (!overlay) return undefined;
    overlay.accept(store.live.values(), visible, store.timesSpeed(), true);
    return store.onPositions((positions) => overlay.accept(positions, visible, store.timesSpeed()));
  }, [overlay, store, visible]);
  useEffect(() => overlay?.want(clusters, selected), [overlay, clusters, selected]);
  useEffect(() => overlay?.showAlerts(alerts), [overlay, alerts]);
  return null;
}

function goAfter(map: CalmMap, { lon, lat }: Pose): void {
  if (map.isMoving()) return;
  const { x, y } = map.project([lon, lat]);
  const { clientWidth, clientHeight } = map.getContainer();
  if (Math.hypot(x - clientWidth / 2, y - clientHeight / 2) > STRAY) map.travel({ center: [lon, lat] });
}

/** Clicks and hovering on symbols, clusters and alerts. */
function listen(map: CalmMap, overlay: FleetOverlay, latest: { current: Props }, vehicles: () => number): () => void {
  const click = ({ point, lngLat }: MapMouseEvent) => {
    const found = overlay.at(point);
    if (found?.kind === 'cluster') map.travel({ center: lngLat, zoom: Math.min(map.getZoom() + 1.5, clustersEnd(vehicles())) });
    else if (found?.kind === 'alert') latest.current.onAlert(found.id);
    else latest.current.onSelect(found?.plate ?? null);
  };
  const hover = (found: ReturnType<FleetOverlay['at']>) => {
    map.getCanvas().style.cursor = found === null ? '' : found.kind === 'cluster' ? 'zoom-in' : 'pointer';
    latest.current.onHover(found?.kind === 'vehicle' ? found.plate : null);
  };
  const subscriptions = [
    map.on('click', click),
    map.on('mousemove', ({ point }) => hover(overlay.at(point))),
    map.on('mouseout', () => hover(null)),
  ];
  return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
}
