import type { Map as MapLibre } from 'maplibre-gl';
import type { Live, VehicleKind, VehicleState } from '../api/types';
import { STATE_COLOUR } from '../domain/colours';
import type { Mode } from '../shell/theme';

const SIZE = 34;
const RATIO = 2;

type Shape = 'muck' | 'sanitation';
type Pen = CanvasRenderingContext2D;

interface Ink {
  colour: string;
  /** Of the hollow body and of the edge that sets the symbol off from the map. */
  paper: string;
  full: boolean;
}
const PAPER: Record<Mode, string> = { light: '#ffffff', dark: '#0c1518' };

const shapeOf = (kind: VehicleKind): Shape => (kind === 'MUCK_TRUCK' ? 'muck' : 'sanitation');

/** A muck truck is filled when it carries something, a sanitation vehicle while it works. */
export function isFull(live: Pick<Live, 'kind' | 'load' | 'brush' | 'pump'>): boolean {
  if (live.kind === 'MUCK_TRUCK') return live.load === 'LOADED' || live.load === 'PARTIAL';
  return live.brush === 'ON' || live.pump === 'ON';
}

export function iconName(live: Pick<Live, 'kind' | 'load' | 'brush' | 'pump' | 'state'>): string {
  return `${shapeOf(live.kind)}-${live.state}-${isFull(live) ? 'full' : 'hollow'}`;
}

/** Seen from above, driving north: a cab with its nose, and the tipper body behind it. */
function drawMuckTruck(pen: Pen, ink: Ink): void {
  const cab = new Path2D('M12 10.5 L13 6.5 Q17 3 21 6.5 L22 10.5 Z');
  const body = new Path2D('M11 12 H23 V30 H11 Z');
  outline(pen, [cab, body], ink);
  pen.fillStyle = ink.colour;
  pen.fill(cab);
  fillBody(pen, body, ink);
}

/** Seen from above: a round body with the two side brushes at its front. */
function drawSanitation(pen: Pen, ink: Ink): void {
  const body = new Path2D('M11.5 12 Q17 -1 22.5 12 V26 Q22.5 29 19.5 29 H14.5 Q11.5 29 11.5 26 Z');
  const brushes = new Path2D();
  brushes.arc(10.4, 13.5, 3.4, 0, Math.PI * 2);
  brushes.moveTo(27, 13.5);
  brushes.arc(23.6, 13.5, 3.4, 0, Math.PI * 2);
  outline(pen, [brushes, body], ink);
  pen.fillStyle = ink.colour;
  pen.fill(brushes);
  fillBody(pen, body, ink);
}

function outline(pen: Pen, paths: Path2D[], { paper }: Ink): void {
  pen.strokeStyle = paper;
  pen.lineWidth = 3.4;
  pen.lineJoin = 'round';
  for (const path of paths) pen.stroke(path);
}

function fillBody(pen: Pen, body: Path2D, { colour, paper, full }: Ink): void {
  pen.fillStyle = full ? colour : paper;
  pen.fill(body);
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.stroke(body);
}

function draw(shape: Shape, state: VehicleState, full: boolean, mode: Mode): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE * RATIO;
  canvas.height = SIZE * RATIO;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas in this browser');
  pen.scale(RATIO, RATIO);
  (shape === 'muck' ? drawMuckTruck : drawSanitation)(pen, { colour: STATE_COLOUR[state], paper: PAPER[mode], full });
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** The address of one symbol as a picture, for the legend. */
export function iconPicture(shape: Shape, state: VehicleState, full: boolean, mode: Mode): string {
  const image = draw(shape, state, full, mode);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

/** The striped fill of a zone that may not be entered. */
function hatch(colour: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = 16;
  canvas.height = 16;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas in this browser');
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  for (const x of [-16, 0, 16]) {
    pen.moveTo(x, 16);
    pen.lineTo(x + 16, 0);
  }
  pen.stroke();
  return pen.getImageData(0, 0, 16, 16);
}

export function addIcons(map: MapLibre, mode: Mode): void {
  for (const shape of ['muck', 'sanitation'] as const) {
    for (const state of Object.keys(STATE_COLOUR) as VehicleState[]) {
      for (const full of [true, false]) {
        const name = `${shape}-${state}-${full ? 'full' : 'hollow'}`;
        map.addImage(name, draw(shape, state, full, mode), { pixelRatio: RATIO });
      }
    }
  }
  map.addImage('hatch', hatch('rgba(208,60,60,.42)'), { pixelRatio: RATIO });
}
