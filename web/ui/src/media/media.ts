import type { Media } from '../api/terminalTypes';

/** How a piece of media can be shown; what no browser plays is only to be saved. */
export type Shown = 'image' | 'audio' | 'video' | 'file';

const IMAGES = ['image/jpeg', 'image/png'];
const SOUNDS = ['audio/mpeg', 'audio/wav'];

export function shownAs({ contentType }: Media): Shown {
  if (IMAGES.includes(contentType)) return 'image';
  if (SOUNDS.includes(contentType)) return 'audio';
  return contentType === 'video/mp4' ? 'video' : 'file';
}

/** A moment as seen from another: +00:12, −01:30, +1:02:03. */
export function offset(at: number, from: number): string {
  const seconds = Math.round((at - from) / 1000);
  const length = Math.abs(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(length / 3600);
  const minutes = `${two(Math.floor(length / 60) % 60)}:${two(length % 60)}`;
  return `${seconds < 0 ? '−' : '+'}${hours > 0 ? `${hours}:` : ''}${minutes}`;
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
