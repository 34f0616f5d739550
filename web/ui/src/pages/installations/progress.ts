import type { InstallationPhoto, PhotoKind, TestPoint } from '../../api/installationTypes';

export const passedOf = (points: readonly TestPoint[]): number => points.filter(({ passed }) => passed).length;

/** The newest photo of each kind: what was taken again counts. */
export function newestOf(photos: readonly InstallationPhoto[]): Map<PhotoKind, InstallationPhoto> {
  return new Map(photos.map((photo) => [photo.kind, photo]));
}

/** A share as text, never rounded down to what would be right. */
export const percentText = (share: number): string => `${(Math.ceil(share * 1000 - 1e-9) / 10).toFixed(1)}%`;
