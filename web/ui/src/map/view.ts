/** The part of the world that a map shows. The plane is the Web Mercator square: 0 to 1 from west to east, from north to south. */
export interface View {
  /** Of the middle. */
  x: number;
  y: number;
  /** Width of the whole square, px. */
  world: number;
  /** Of the map, px. */
  width: number;
  height: number;
  /** Dots a px. */
  ratio: number;
}

/** Width of the square at zoom 0, px. */
const WORLD = 512;
export const EARTH_METRES = 40_075_016.7;

export const mercatorX = (lon: number): number => lon / 360 + 0.5;

export function mercatorY(lat: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
}

export const longitude = (x: number): number => (x - 0.5) * 360;

export const latitude = (y: number): number => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;

export const worldAt = (zoom: number): number => WORLD * 2 ** zoom;

export const zoomOf = ({ world }: Pick<View, 'world'>): number => Math.log2(world / WORLD);

/** Of the ground, in the middle. */
export function metresPerPx({ y, world }: Pick<View, 'y' | 'world'>): number {
  return (EARTH_METRES * Math.cos((latitude(y) * Math.PI) / 180)) / world;
}

export function isSame(a: View, b: View): boolean {
  return (Object.keys(a) as (keyof View)[]).every((part) => a[part] === b[part]);
}

/** Where a point of a picture is, both from the middle: as far as before times {@code scale}, and moved on. */
export interface Stretch {
  scale: number;
  dx: number;
  dy: number;
}

/** How a picture of one view lies in another view. */
export function stretch(picture: View, shown: View): Stretch {
  return {
    scale: shown.world / picture.world,
    dx: (picture.x - shown.x) * shown.world,
    dy: (picture.y - shown.y) * shown.world,
  };
}
