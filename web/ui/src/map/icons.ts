import type { Map as MapLibre } from 'maplibre-gl';
import { STATE_COLOUR } from '../domain/colours';
import type { Mode } from '../shell/theme';
import { LOOKS, lookName, type Look } from './fleet/look';

/** Width and height of a symbol, px. */
export const SIZE = 34;
export const RATIO = 2;

type Pen = OffscreenCanvasRenderingContext2D;

interface Ink {
  colour: string;
  /** Of the hollow body and of the edge that sets the symbol off from the map. */
  paper: string;
  full: boolean;
}
const PAPER: Record<Mode, string> = { light: '#ffffff', dark: '#0c1518' };

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

export function penOf(canvas: OffscreenCanvas): Pen {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas in this browser');
  return pen;
}

const pixels = (canvas: OffscreenCanvas): ImageData => penOf(canvas).getImageData(0, 0, canvas.width, canvas.height);

/** A symbol that points north, on a canvas of {@link RATIO} dots a px; also for a worker. */
export function drawIcon({ shape, state, full }: Look, mode: Mode): OffscreenCanvas {
  const canvas = new OffscreenCanvas(SIZE * RATIO, SIZE * RATIO);
  const pen = penOf(canvas);
  pen.scale(RATIO, RATIO);
  (shape === 'muck' ? drawMuckTruck : drawSanitation)(pen, { colour: STATE_COLOUR[state], paper: PAPER[mode], full });
  return canvas;
}

/** The address of one symbol as a picture, for the legend. */
export function iconPicture(look: Look, mode: Mode): string {
  const drawn = drawIcon(look, mode);
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d')?.drawImage(drawn, 0, 0);
  return canvas.toDataURL();
}

/** The striped fill of a zone that may not be entered. */
function hatch(colour: string): ImageData {
  const canvas = new OffscreenCanvas(16, 16);
  const pen = penOf(canvas);
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  for (const x of [-16, 0, 16]) {
    pen.moveTo(x, 16);
    pen.lineTo(x + 16, 0);
  }
  pen.stroke();
  return pixels(canvas);
}

export function addIcons(map: MapLibre, mode: Mode): void {
  for (const look of LOOKS) map.addImage(lookName(look), pixels(drawIcon(look, mode)), { pixelRatio: RATIO });
  map.addImage('hatch', hatch('rgba(208,60,60,.42)'), { pixelRatio: RATIO });
}
