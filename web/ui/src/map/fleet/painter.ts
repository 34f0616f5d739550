import type { Mode } from '../../shell/theme';
import type { FleetCanvas } from './canvas';
import { pictureEvery } from './pace';
import { MARGIN, type Picture, type Reports, type ToPainter } from './protocol';
import { Scene } from './scene';
import { metresPerPx, type View } from '../view';

/** Of its time the painter rests so many times as long as it has drawn: it shall not keep a small machine busy. */
const REST = 3;

/** Makes picture after picture of the fleet: at once when something else is to be seen, otherwise as vehicles move. */
export class Painter {
  private readonly scene = new Scene();
  private readonly plates: string[] = [];
  private canvas: Pick<FleetCanvas, 'draw'> | null = null;
  private view: View | null = null;
  private timesSpeed = 1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The last picture is not on the screen yet. */
  private waits = false;
  private due = true;
  private drawnAt = -Infinity;
  private took = 0;

  constructor(
    private readonly give: (picture: Picture) => void,
    private readonly canvasFor: (mode: Mode, plates: readonly string[]) => Pick<FleetCanvas, 'draw'>,
  ) {}

  readonly accept = (told: ToPainter): void => {
    switch (told.type) {
      case 'begin':
        this.canvas = this.canvasFor(told.mode, this.plates);
        break;
      case 'reports':
        this.reports(told);
        break;
      case 'spots':
        this.scene.spots = told.spots;
        this.due = true;
        break;
      case 'wanted':
        this.scene.wanted = told.wanted;
        this.due = true;
        break;
      case 'view':
        this.view = told.view;
        this.due = true;
        break;
      case 'shown':
        this.waits = false;
        break;
    }
    this.schedule();
  };

  private reports({ reports, plates, timesSpeed, anew }: Reports): void {
    this.plates.push(...plates);
    this.timesSpeed = timesSpeed;
    this.scene.accept(reports, performance.now(), timesSpeed);
    if (!anew) return;
    this.scene.countAnew();
    this.due = true;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.waits || this.view === null) return;
    const every = Math.max(pictureEvery(metresPerPx(this.view), this.timesSpeed), REST * this.took);
    this.timer = setTimeout(this.paint, this.due ? 0 : this.drawnAt + every - performance.now());
  }

  private readonly paint = (): void => {
    const now = performance.now();
    if (this.view === null || this.canvas === null) return;
    if (!this.due && !this.scene.hasMovedSince(this.drawnAt)) {
      this.drawnAt = now;
      this.schedule();
      return;
    }
    const marks = this.scene.marks(this.view, MARGIN, now);
    const drawn = this.canvas.draw(marks, this.view);
    this.waits = true;
    this.due = false;
    this.drawnAt = now;
    this.took = performance.now() - now;
    this.give({ ...drawn, view: this.view, pose: this.scene.selectedPose() });
  };
}
