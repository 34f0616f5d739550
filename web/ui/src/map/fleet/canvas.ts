import { GRADE_COLOUR, STATE_COLOUR } from '../../domain/colours';
import type { Mode } from '../../shell/theme';
import { SIZE as ICON_SIZE, drawIcon, penOf } from '../icons';
import { Labels, BELOW } from './labels';
import { LOOKS, isAlarm } from './look';
import { GRADES, MARGIN } from './protocol';
import { CLUSTER, alertTarget } from './targets';
import type { ClusterMark, Marks, SpotMark, VehicleMark } from './scene';
import { zoomOf, type View } from '../view';

const FONT = "'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";
const PLATES_FROM = 12.6;
const FULL_TURN = 2 * Math.PI;
const CALM = '#14595a';
const CHOSEN = '#0b9d88';
const PLATE = {
  light: { text: '#17343a', halo: 'rgba(255,255,255,.92)', alarm: STATE_COLOUR.ALARM },
  dark: { text: '#d5e4e3', halo: 'rgba(10,18,21,.92)', alarm: '#ff6b6b' },
};

/** Straight lines through points of a rising first number, level before and after them. */
export function along(points: readonly (readonly [number, number])[], at: number): number {
  const next = points.findIndex(([from]) => from > at);
  if (next === 0) return points[0][1];
  if (next < 0) return points[points.length - 1][1];
  const [[a, low], [b, high]] = [points[next - 1], points[next]];
  return low + ((high - low) * (at - a)) / (b - a);
}

const discRadius = (count: number) => along([[2, 13], [50, 20], [500, 30]], count);
const iconScale = (zoom: number) => along([[11, 0.62], [14, 0.85], [17, 1.15]], zoom);
const haloRadius = (zoom: number) => along([[11, 12], [14, 17], [17, 24]], zoom);
const spotRadius = (zoom: number) => along([[11, 3], [15, 6.5]], zoom);

/** As 980, 1.2k, 10k. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  return count < 10_000 ? `${Math.round(count / 100) / 10}k` : `${Math.round(count / 1000)}k`;
}

/** Draws the marks of a scene, and tells what then lies where. */
export class FleetCanvas {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private readonly pen = penOf(this.canvas);
  private readonly icons: OffscreenCanvas[];
  private readonly labels = new Labels();
  private readonly widths: number[] = [];
  private targets: number[] = [];

  /** @param plates by number of the vehicle; grows */
  constructor(
    private readonly mode: Mode,
    private readonly plates: readonly string[],
  ) {
    this.icons = LOOKS.map((look) => drawIcon(look, mode));
  }

  draw(marks: Marks, view: View): { bitmap: ImageBitmap; targets: Float32Array } {
    const { canvas, pen } = this;
    canvas.width = Math.round((view.width + 2 * MARGIN) * view.ratio);
    canvas.height = Math.round((view.height + 2 * MARGIN) * view.ratio);
    pen.setTransform(view.ratio, 0, 0, view.ratio, canvas.width / 2, canvas.height / 2);
    const zoom = zoomOf(view);
    this.targets = [];
    for (const spot of marks.spots) this.spot(spot, spotRadius(zoom));
    this.discs(marks.clusters);
    for (const vehicle of marks.vehicles) this.halo(vehicle, haloRadius(zoom));
    for (const vehicle of marks.vehicles) this.symbol(vehicle, iconScale(zoom), view.ratio);
    pen.setTransform(view.ratio, 0, 0, view.ratio, canvas.width / 2, canvas.height / 2);
    if (zoom >= PLATES_FROM) this.names(marks.vehicles);
    return { bitmap: canvas.transferToImageBitmap(), targets: Float32Array.from(this.targets) };
  }

  private spot({ x, y, spot, grade, late }: SpotMark, radius: number): void {
    const { pen } = this;
    this.circle(x, y, radius);
    pen.globalAlpha = late ? 0.35 : 1;
    pen.fillStyle = GRADE_COLOUR[GRADES[grade]];
    pen.fill();
    pen.globalAlpha = 1;
    pen.strokeStyle = '#ffffff';
    pen.lineWidth = 1.5;
    pen.stroke();
    this.targets.push(x, y, radius + 1.5, alertTarget(spot));
  }

  private discs(clusters: readonly ClusterMark[]): void {
    const { pen } = this;
    pen.font = `12.5px ${FONT}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineWidth = 2;
    pen.strokeStyle = 'rgba(255,255,255,.85)';
    for (const { x, y, count, alarm } of clusters) {
      const radius = discRadius(count);
      this.circle(x, y, radius + 1);
      pen.globalAlpha = 0.9;
      pen.fillStyle = alarm ? STATE_COLOUR.ALARM : CALM;
      pen.fill();
      pen.globalAlpha = 1;
      pen.stroke();
      pen.fillStyle = '#ffffff';
      pen.fillText(shortCount(count), x, y);
      this.targets.push(x, y, radius, CLUSTER);
    }
  }

  private halo({ x, y, look, selected }: VehicleMark, radius: number): void {
    const { pen } = this;
    if (!selected && !isAlarm(look)) return;
    this.circle(x, y, radius);
    pen.globalAlpha = 0.2;
    pen.fillStyle = isAlarm(look) ? STATE_COLOUR.ALARM : CHOSEN;
    pen.fill();
    pen.globalAlpha = 1;
    if (!selected) return;
    pen.lineWidth = 2.5;
    pen.strokeStyle = CHOSEN;
    pen.stroke();
  }

  private symbol({ x, y, vehicle, look, direction }: VehicleMark, scale: number, ratio: number): void {
    const angle = (direction * Math.PI) / 180;
    const [along, across] = [Math.cos(angle) * ratio * scale, Math.sin(angle) * ratio * scale];
    const { width, height } = this.canvas;
    this.pen.setTransform(along, across, -across, along, width / 2 + x * ratio, height / 2 + y * ratio);
    this.pen.drawImage(this.icons[look], -ICON_SIZE / 2, -ICON_SIZE / 2, ICON_SIZE, ICON_SIZE);
    this.targets.push(x, y, (ICON_SIZE / 2) * scale, vehicle);
  }

  private names(vehicles: readonly VehicleMark[]): void {
    const { pen } = this;
    const ink = PLATE[this.mode];
    pen.font = `11px ${FONT}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'top';
    pen.lineJoin = 'round';
    pen.lineWidth = 3.2;
    pen.strokeStyle = ink.halo;
    const ranked = vehicles.map(({ vehicle, x, y, look, selected }) => ({ vehicle, x, y, look, rank: selected ? 2 : isAlarm(look) ? 1 : 0 }));
    for (const { vehicle, x, y, look } of this.labels.place(ranked, (named) => this.widthOf(named))) {
      pen.fillStyle = isAlarm(look) ? ink.alarm : ink.text;
      pen.strokeText(this.plates[vehicle], x, y + BELOW);
      pen.fillText(this.plates[vehicle], x, y + BELOW);
    }
  }

  private widthOf(vehicle: number): number {
    this.widths[vehicle] ??= this.pen.measureText(this.plates[vehicle]).width + 6;
    return this.widths[vehicle];
  }

  private circle(x: number, y: number, radius: number): void {
    this.pen.beginPath();
    this.pen.arc(x, y, radius, 0, FULL_TURN);
  }
}
