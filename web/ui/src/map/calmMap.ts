import { Map as MapLibre, type EaseToOptions, type LngLatBoundsLike, type MapOptions } from 'maplibre-gl';
import { HiddenPicture } from './hiddenPicture';
import { Rest } from './rest';
import { mercatorX, mercatorY, worldAt, type View } from './view';

/** Room for the buttons above and the legend below, px. */
export const PADDING = { top: 24, bottom: 48, left: 24, right: 24 };

/**
 * A map that does not hold up the page, however slowly it is drawn: one picture at a time, beside the screen, and rests between them
 * while the city is read. Where pictures are slow it moves at once instead of step by step.
 */
export class CalmMap extends MapLibre {
  // Not there yet while MapLibre's own constructor asks for the first picture.
  private readonly rest?: Rest;
  private readonly picture?: HiddenPicture;
  private readonly listeners = new Set<() => void>();
  private resting: ReturnType<typeof setTimeout> | undefined;
  private isWanted = false;
  private drawn: View;
  private onScreen: View;

  constructor(options: MapOptions) {
    super(options);
    this.rest = new Rest();
    this.drawn = this.look();
    this.onScreen = this.drawn;
    const picture = new HiddenPicture(this.painter.context.gl, this.shows);
    this.picture = picture;
    this.on('render', () => {
      this.drawn = this.look();
      picture.asked();
    });
    this.on('resize', () => {
      picture.show();
      const { width, height } = this.look();
      this.tell({ ...this.onScreen, width, height });
    });
    this.on('webglcontextlost', () => picture.lost());
    this.once('remove', () => {
      clearTimeout(this.resting);
      picture.lost();
    });
  }

  /** What is on the screen: where the map is going is drawn only then. */
  get shown(): View {
    return this.onScreen;
  }

  /**
   * Has somebody told of every picture that comes to the screen.
   *
   * @returns ends it
   */
  onShown(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Has somebody told of the next one. */
  onceShown(listener: () => void): void {
    const end = this.onShown(() => {
      end();
      listener();
    });
  }

  override triggerRepaint(): void {
    this.isWanted = this.picture?.isDrawing ?? false;
    if (this.isWanted) return;
    const wait = this.isMoving() ? 0 : (this.rest?.left(performance.now()) ?? 0);
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
    this.triggerRepaint();
  };

  private readonly shows = (took: number): void => {
    this.rest?.drew(took, performance.now());
    this.tell(this.drawn);
    if (this.isWanted) this.triggerRepaint();
  };

  private tell(view: View): void {
    this.onScreen = view;
    for (const listener of this.listeners) listener();
  }

  private look(): View {
    const { lng, lat } = this.getCenter();
    const { clientWidth: width, clientHeight: height } = this.getContainer();
    return { x: mercatorX(lng), y: mercatorY(lat), world: worldAt(this.getZoom()), width, height, ratio: this.getPixelRatio() };
  }
}
