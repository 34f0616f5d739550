import type { Mode } from '../../shell/theme';
import type { Pose } from '../motion';
import type { Wanted } from './scene';
import type { View } from '../view';

/** Numbers of an alert: which, longitude, latitude, place of its grade in {@link GRADES}, 1 if it came late. */
export const SPOT_SIZE = 5;
export const GRADES = ['A', 'B', 'C'] as const;

/** What the page tells the painter. */
export type ToPainter =
  | { type: 'begin'; mode: Mode }
  | Reports
  | { type: 'spots'; spots: Float64Array }
  | { type: 'wanted'; wanted: Wanted }
  | { type: 'view'; view: View }
  /** The last picture is on the screen: only then another one is made. */
  | { type: 'shown' };

export interface Reports {
  type: 'reports';
  /** As {@code Glides} takes them. */
  reports: Float64Array;
  /** Of the vehicles that report for the first time, in the order of their numbers. */
  plates: string[];
  /** Seconds of the fleet in one of ours. */
  timesSpeed: number;
  /** Others are to be seen than before. */
  anew: boolean;
}

/** What the painter gives the page. */
export interface Picture {
  bitmap: ImageBitmap;
  /** It shows {@link MARGIN} more at each side. */
  view: View;
  /** As {@code hit} takes them. */
  targets: Float32Array;
  /** Where the selected vehicle stands in it. */
  pose: Pose | null;
}

/** A map that is moved shows so much before the next picture, px. */
export const MARGIN = 64;
