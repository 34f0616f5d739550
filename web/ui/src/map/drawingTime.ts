import type { Map as MapLibre } from 'maplibre-gl';

/** Longer than this a picture of a map is no step of a movement any more, ms. */
const SLOW = 80;

/**
 * Measures how long the page is held up by a picture of the map. Where the machine has a graphics card that is nothing;
 * without one the page waits until the whole city is drawn, which can take half a second.
 */
export class DrawingTime {
  private readonly channel = new MessageChannel();
  private begun = 0;
  private last = 0;

  constructor(map: MapLibre) {
    this.channel.port1.onmessage = () => {
      this.last = performance.now() - this.begun;
    };
    map.on('render', () => {
      this.begun = performance.now();
      // Heard of after the task in which the browser takes the picture over.
      this.channel.port2.postMessage(null);
    });
    map.once('remove', () => this.channel.port1.close());
  }

  get isSlow(): boolean {
    return this.last > SLOW;
  }
}
