import { FleetCanvas } from './canvas';
import { Painter } from './painter';
import type { ToPainter } from './protocol';

// A worker's own scope has the two sides of a page's handle of it.
const page = self as unknown as Worker;
const painter = new Painter(
  (picture) => page.postMessage(picture, [picture.bitmap, picture.targets.buffer]),
  (mode, plates) => new FleetCanvas(mode, plates),
);
page.onmessage = ({ data }: MessageEvent<ToPainter>) => painter.accept(data);
