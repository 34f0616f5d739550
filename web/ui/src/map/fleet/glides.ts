import { headingOnTheWay, type Pose } from '../motion';
import { HIDDEN } from './look';
import { Places } from './places';
import { EARTH_METRES, latitude, longitude, mercatorX, mercatorY } from '../view';

/** A report later than this is a leap and not a drive: the symbol is put there at once. */
const LONGEST_GLIDE_MS = 15_000;
const LEAP_METRES = 1_500;

/** Numbers of a report: which vehicle, longitude, latitude, direction (-1 where unknown), time (ms), look. */
export const REPORT_SIZE = 6;

/**
 * Carries each vehicle from report to report in the time that lies between the two, in our milliseconds: in a simulation
 * that runs ten times as fast, in a tenth of it. Vehicles are told by numbers, from 0 in the order of their first reports.
 */
export class Glides {
  /** Where each is, as of the moment that was last placed. */
  at = new Places(0);
  look: Int8Array = new Int8Array(0);
  size = 0;
  /** When the last of them will have come to where it reported. */
  stillFrom = -Infinity;

  private from = new Places(0);
  private to = new Places(0);
  private time: Float64Array = new Float64Array(0);
  private startedAt: Float64Array = new Float64Array(0);
  private lasts: Float64Array = new Float64Array(0);

  /** @param reports {@link REPORT_SIZE} numbers each; one of a time that is known changes the look alone */
  accept(reports: Float64Array, now: number, timesSpeed: number): void {
    for (let i = 0; i < reports.length; i += REPORT_SIZE) {
      const [vehicle, lon, lat, direction, time, look] = reports.subarray(i, i + REPORT_SIZE);
      if (vehicle === this.size) this.begin({ lon, lat, direction }, time);
      else if (time !== this.time[vehicle]) this.goOn(vehicle, { lon, lat, direction }, now, (time - this.time[vehicle]) / Math.max(0.1, timesSpeed));
      this.time[vehicle] = time;
      this.look[vehicle] = look;
    }
  }

  /** Puts every vehicle where it is at a moment. */
  place(now: number): void {
    for (let vehicle = 0; vehicle < this.size; vehicle += 1) this.placeOne(vehicle, now);
  }

  isShown(vehicle: number): boolean {
    return this.look[vehicle] !== HIDDEN;
  }

  poseOf(vehicle: number): Pose {
    return { lon: longitude(this.at.x[vehicle]), lat: latitude(this.at.y[vehicle]), direction: this.at.direction[vehicle] };
  }

  private begin({ lon, lat, direction }: Pose, time: number): void {
    if (this.size === this.time.length) this.grow(Math.max(64, 2 * this.size));
    this.to.put(this.size, mercatorX(lon), mercatorY(lat), Math.max(0, direction));
    this.from.copy(this.size, this.to);
    this.at.copy(this.size, this.to);
    this.time[this.size] = time;
    this.size += 1;
  }

  private goOn(vehicle: number, { lon, lat, direction }: Pose, now: number, lasts: number): void {
    this.placeOne(vehicle, now);
    this.from.copy(vehicle, this.at);
    this.to.put(vehicle, mercatorX(lon), mercatorY(lat), direction < 0 ? this.at.direction[vehicle] : direction);
    const metres = this.from.apart(vehicle, this.to) * EARTH_METRES * Math.cos((lat * Math.PI) / 180);
    this.lasts[vehicle] = lasts <= 0 || lasts > LONGEST_GLIDE_MS || metres > LEAP_METRES ? 0 : lasts;
    this.startedAt[vehicle] = now;
    this.stillFrom = Math.max(this.stillFrom, now + this.lasts[vehicle]);
  }

  private placeOne(vehicle: number, now: number): void {
    const { from, to } = this;
    const lasts = this.lasts[vehicle];
    const share = lasts === 0 ? 1 : Math.min(1, (now - this.startedAt[vehicle]) / lasts);
    const x = from.x[vehicle] + (to.x[vehicle] - from.x[vehicle]) * share;
    const y = from.y[vehicle] + (to.y[vehicle] - from.y[vehicle]) * share;
    this.at.put(vehicle, x, y, headingOnTheWay(from.direction[vehicle], to.direction[vehicle], share));
  }

  private grow(capacity: number): void {
    const wider = (column: Float64Array) => copied(new Float64Array(capacity), column);
    this.time = wider(this.time);
    this.startedAt = wider(this.startedAt);
    this.lasts = wider(this.lasts);
    this.look = copied(new Int8Array(capacity), this.look);
    this.at = this.at.wider(capacity);
    this.from = this.from.wider(capacity);
    this.to = this.to.wider(capacity);
  }
}

function copied<A extends Float64Array | Int8Array>(made: A, old: A): A {
  made.set(old);
  return made;
}
