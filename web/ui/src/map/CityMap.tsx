import { Alert as Notice } from 'antd';
import { NavigationControl, ScaleControl, setWorkerUrl, type LngLat } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { api } from '../api/api';
import { useRequest, useStore } from '../common/hooks';
import { Loaded } from '../common/States';
import { useText } from '../i18n/language';
import { useTheme, type Mode } from '../shell/theme';
import { coreBounds } from './bounds';
import { CalmMap, PADDING } from './calmMap';
import { cityStyle, groupOf, type City, type LayerGroup } from './cityStyle';
import { addIcons } from './icons';

setWorkerUrl(workerUrl);

const MapContext = createContext<CalmMap | null>(null);

/** The map above this component; its style is loaded. */
export function useMap(): CalmMap {
  const map = useContext(MapContext);
  if (!map) throw new Error('no map above this component');
  return map;
}

let cityAnswer: Promise<City> | null = null;

/** The city seldom changes while a page is open: read once for all maps. */
function readCity(tileSource: string | null): Promise<City> {
  cityAnswer ??= Promise.all([api.segments(), api.places(), api.routes()]).then(
    ([segments, places, routes]) => ({ segments, places, routes, tileSource }),
  );
  cityAnswer.catch(() => {
    cityAnswer = null;
  });
  return cityAnswer;
}

/** Somebody has edited it: the next map reads it anew. */
export function forgetCity(): void {
  cityAnswer = null;
}

export function useCity() {
  const { settings } = useStore();
  return useRequest(() => readCity(settings.tileSource), []);
}

interface Props {
  hidden?: readonly LayerGroup[];
  children?: ReactNode;
}

/** The city's map. Children are drawn on it and beside it, and find it with {@link useMap}. */
export function CityMap(props: Props) {
  const city = useCity();
  const { mode } = useTheme();
  const view = useRef<View | null>(null);
  return (
    <Loaded request={city}>{(data) => <Drawn key={mode} {...props} city={data} mode={mode} view={view} />}</Loaded>
  );
}

interface View {
  center: LngLat;
  zoom: number;
}

type Trouble = { kind: 'webgl' | 'tiles' | 'map'; text: string };

interface DrawnProps extends Props {
  city: City;
  mode: Mode;
  /** What is seen; outlives the map when it is drawn anew in other colours. */
  view: { current: View | null };
}

function Drawn({ city, mode, view, hidden = [], children }: DrawnProps) {
  const { settings } = useStore();
  const element = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<CalmMap | null>(null);
  const [ready, setReady] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  useEffect(() => {
    let made: CalmMap;
    try {
      made = new CalmMap({
        container: element.current as HTMLDivElement,
        style: cityStyle(city, mode),
        ...(view.current ?? { bounds: coreBounds(city.segments) ?? settings.bounds, fitBoundsOptions: { padding: PADDING } }),
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        maxZoom: 19,
        // Fading has the whole map drawn again and again after every movement.
        fadeDuration: 0,
      });
    } catch (error) {
      setTrouble({ kind: 'webgl', text: String(error) });
      return undefined;
    }
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    made.on('error', (event) => {
      const source = (event as { sourceId?: string }).sourceId;
      setTrouble({ kind: source === 'tiles' ? 'tiles' : 'map', text: event.error.message });
    });
    // The fleet does not wait until the city is drawn.
    made.once('style.load', () => {
      addIcons(made, mode);
      setMap(made);
    });
    made.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
    made.addControl(new ScaleControl({ maxWidth: 110 }), 'top-left');
    made.once('load', () => made.onceShown(() => setReady(true)));
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element.current as HTMLDivElement);
    return () => {
      observer.disconnect();
      view.current = { center: made.getCenter(), zoom: made.getZoom() };
      setMap(null);
      setReady(false);
      made.remove();
    };
  }, [city, mode, settings.bounds, view]);

  useEffect(() => {
    if (!map) return;
    for (const layer of map.getStyle().layers) {
      const group = groupOf(layer.id);
      if (group) map.setLayoutProperty(layer.id, 'visibility', hidden.includes(group) ? 'none' : 'visible');
    }
  }, [map, hidden]);

  const failed = trouble !== null && trouble.kind !== 'tiles';
  return (
    <div className="map" data-map={failed ? 'failed' : ready ? 'ready' : 'loading'} data-map-error={trouble?.text}>
      <div ref={element} className="map-canvas" />
      {trouble && <TroubleNotice trouble={trouble} />}
      {map && <MapContext value={map}>{children}</MapContext>}
    </div>
  );
}

function TroubleNotice({ trouble }: { trouble: Trouble }) {
  const t = useText();
  const title = { webgl: t.map.noWebgl, tiles: t.map.tilesFailed, map: t.map.failed }[trouble.kind];
  return (
    <Notice
      className="map-trouble"
      type={trouble.kind === 'tiles' ? 'warning' : 'error'}
      showIcon
      closable={trouble.kind === 'tiles'}
      title={title}
      description={trouble.kind === 'map' ? `${trouble.text} — ${t.map.failedHint}` : trouble.text}
    />
  );
}
