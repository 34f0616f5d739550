import { Map as MapLibre, type EaseToOptions, type LngLatBoundsLike, type MapOptions } from 'maplibre-gl';
import { Rest } from './rest';

/** Room for the buttons above and the legend below, px. */
export const PADDING = { top: 24, bottom: 48, left: 24, right: 24 };

/** A map that leaves the page time between its pictures where they are slow, and then moves at once instead of step by step. */
export class CalmMap extends MapLibre {
  // Not there yet while MapLibre's own constructor asks for the first picture.
  private rest?: Rest;
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: MapOptions) {
    super(options);
    const rest = new Rest();
    this.rest = rest;
    let begunAt = 0;
    const { port1: told, port2: ended } = new MessageChannel();
    told.onmessage = () => rest.drew(begunAt, performance.now());
    this.on('render', () => {
      begunAt = performance.now();
      // Heard of after the task in which the browser waits for the picture.
      ended.postMessage(null);
    });
    this.once('remove', () => {
      clearTimeout(this.resting);
      told.close();
    });
  }

  override triggerRepaint(): void {
    const wait = this.rest?.left(performance.now(), this.isMoving()) ?? 0;
    if (wait === 0) super.triggerRepaint();
    else this.resting ??= setTimeout(this.goOn, wait);
  }

  /** Brings the map to another view. */
  travel(to: EaseToOptions): void {
    this.easeTo({ ...to, ...this.haste() });
  }

  /** Brings all of an area into view. */
  showAll(bounds: LngLatBoundsLike): void {
    this.fitBounds(bounds, { padding: PADDING, ...this.haste() });
  }

  private haste(): { duration?: number } {
    return this.rest?.isSlow ? { duration: 0 } : {};
  }

  private readonly goOn = (): void => {
    this.resting = undefined;
    super.triggerRepaint();
  };
}
