import type { Point } from 'maplibre-gl';
import type { AlertRow, Live } from '../../api/types';
import type { Mode } from '../../shell/theme';
import type { CalmMap } from '../calmMap';
import type { Pose } from '../motion';
import { isSame, stretch, type View } from '../view';
import { HIDDEN, lookOf } from './look';
import { Numbers } from './numbers';
import { GRADES, MARGIN, type Picture, type ToPainter } from './protocol';
import { CLUSTER, alertOf, hit } from './targets';

/** What is at a place of the map. */
export type Found = { kind: 'vehicle'; plate: string } | { kind: 'cluster' } | { kind: 'alert'; id: string };

/**
 * The fleet above a map, on a canvas of its own: a worker draws it, so that neither the page nor the city below has to be
 * drawn because vehicles move. It follows what the city below shows; its last picture moves along until the next one is there.
 */
export class FleetOverlay {
  private readonly worker = new Worker(new URL('./fleetWorker.ts', import.meta.url), { type: 'module' });
  private readonly canvas = document.createElement('canvas');
  private readonly screen = this.canvas.getContext('bitmaprenderer');
  private readonly plates = new Numbers();
  private readonly alerts = new Numbers();
  private readonly unfollow: () => void;
  private wanted: { clusters: boolean; selected: string | null } = { clusters: true, selected: null };
  private picture: Omit<Picture, 'bitmap'> | null = null;
  private view: View;

  /** @param onPicture told of where the selected vehicle is drawn, with every picture */
  constructor(
    private readonly map: CalmMap,
    mode: Mode,
    private readonly onPicture: (pose: Pose | null) => void,
  ) {
    this.canvas.className = 'fleet-canvas';
    this.canvas.ariaHidden = 'true';
    map.getCanvasContainer().append(this.canvas);
    this.worker.onmessage = ({ data }: MessageEvent<Picture>) => this.show(data);
    this.view = map.shown;
    this.tell({ type: 'begin', mode });
    this.tell({ type: 'view', view: this.view });
    this.unfollow = map.onShown(this.follow);
  }

  /** @param anew others are to be seen than before */
  accept(positions: Iterable<Live>, isVisible: (live: Live) => boolean, timesSpeed: number, anew = false): void {
    const known = this.plates.size;
    const reports: number[] = [];
    for (const live of positions) {
      const look = isVisible(live) ? lookOf(live) : HIDDEN;
      reports.push(this.plates.of(live.plate), live.lon, live.lat, live.direction, Date.parse(live.time), look);
    }
    this.tell({ type: 'reports', reports: Float64Array.from(reports), plates: this.plates.from(known), timesSpeed, anew });
    // Who is selected may have reported for the first time.
    if (this.plates.size > known) this.tellWanted();
  }

  /** Where alerts happened that are nobody's yet. */
  showAlerts(alerts: readonly AlertRow[]): void {
    const spots = alerts.flatMap(({ id, lon, lat, grade, late }) =>
      lon === null || lat === null ? [] : [this.alerts.of(id), lon, lat, GRADES.indexOf(grade), late ? 1 : 0],
    );
    this.tell({ type: 'spots', spots: Float64Array.from(spots) });
  }

  want(clusters: boolean, selected: string | null): void {
    this.wanted = { clusters, selected };
    this.tellWanted();
  }

  /** What is uppermost at a place, px from the map's corner. */
  at({ x, y }: Pick<Point, 'x' | 'y'>): Found | null {
    if (!this.picture) return null;
    const { scale, dx, dy } = stretch(this.picture.view, this.view);
    const { width, height } = this.view;
    const target = hit(this.picture.targets, (x - width / 2 - dx) / scale, (y - height / 2 - dy) / scale);
    if (target === null) return null;
    if (target === CLUSTER) return { kind: 'cluster' };
    const alert = alertOf(target);
    return alert === null ? { kind: 'vehicle', plate: this.plates.nameOf(target) } : { kind: 'alert', id: this.alerts.nameOf(alert) };
  }

  close(): void {
    this.unfollow();
    this.worker.terminate();
    this.canvas.remove();
  }

  private tellWanted(): void {
    const { clusters, selected } = this.wanted;
    this.tell({ type: 'wanted', wanted: { clusters, selected: selected === null ? null : this.plates.find(selected) } });
  }

  private tell(told: ToPainter): void {
    const moved = told.type === 'reports' ? [told.reports.buffer] : told.type === 'spots' ? [told.spots.buffer] : [];
    this.worker.postMessage(told, moved);
  }

  private readonly follow = (): void => {
    if (isSame(this.map.shown, this.view)) return;
    this.view = this.map.shown;
    this.place();
    this.tell({ type: 'view', view: this.view });
  };

  private show({ bitmap, ...picture }: Picture): void {
    this.screen?.transferFromImageBitmap(bitmap);
    this.picture = picture;
    this.canvas.style.width = `${picture.view.width + 2 * MARGIN}px`;
    this.canvas.style.height = `${picture.view.height + 2 * MARGIN}px`;
    this.place();
    this.onPicture(picture.pose);
    if (picture.targets.length > 0 && performance.getEntriesByName('fleet-drawn').length === 0) performance.mark('fleet-drawn');
    // A page that nobody sees paints nothing, and is given no further picture.
    requestAnimationFrame(() => this.tell({ type: 'shown' }));
  }

  /** Puts the picture where it belongs in what the map shows now. */
  private place(): void {
    if (!this.picture) return;
    const { view } = this.picture;
    const { scale, dx, dy } = stretch(view, this.view);
    this.canvas.style.left = `${(this.view.width - view.width) / 2 - MARGIN}px`;
    this.canvas.style.top = `${(this.view.height - view.height) / 2 - MARGIN}px`;
    this.canvas.style.transform = scale === 1 && dx === 0 && dy === 0 ? '' : `translate(${dx}px, ${dy}px) scale(${scale})`;
  }
}
