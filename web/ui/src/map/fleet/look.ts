import type { Live, VehicleKind, VehicleState } from '../../api/types';

export type Shape = 'muck' | 'sanitation';

/** How a vehicle looks on the map, whichever way it drives. */
export interface Look {
  shape: Shape;
  state: VehicleState;
  full: boolean;
}

/** What the symbol shows of a report. */
export type Seen = Pick<Live, 'kind' | 'load' | 'brush' | 'pump' | 'state'>;

const SHAPES: readonly Shape[] = ['muck', 'sanitation'];
/** The later, the further above the others. */
const STATES: readonly VehicleState[] = ['OFFLINE', 'STOPPED', 'IDLE', 'MOVING', 'ALARM'];

/** All there are; a look is told by its place here. What lies above others comes later. */
export const LOOKS: readonly Look[] = STATES.flatMap((state) => SHAPES.flatMap((shape) => [true, false].map((full) => ({ shape, state, full }))));

/** Of a vehicle that nobody wants to see. */
export const HIDDEN = -1;

const shapeOf = (kind: VehicleKind): Shape => (kind === 'MUCK_TRUCK' ? 'muck' : 'sanitation');

/** A muck truck is filled when it carries something, a sanitation vehicle while it works. */
export function isFull(live: Omit<Seen, 'state'>): boolean {
  if (live.kind === 'MUCK_TRUCK') return live.load === 'LOADED' || live.load === 'PARTIAL';
  return live.brush === 'ON' || live.pump === 'ON';
}

export function lookOf(live: Seen): number {
  const state = STATES.indexOf(live.state);
  return (state * SHAPES.length + SHAPES.indexOf(shapeOf(live.kind))) * 2 + (isFull(live) ? 0 : 1);
}

/** The name by which the map's style knows the symbol. */
export function lookName({ shape, state, full }: Look): string {
  return `${shape}-${state}-${full ? 'full' : 'hollow'}`;
}

const FIRST_ALARM = STATES.indexOf('ALARM') * SHAPES.length * 2;

export const isAlarm = (look: number): boolean => look >= FIRST_ALARM;
