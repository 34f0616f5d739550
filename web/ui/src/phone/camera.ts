import type { QueuedPhoto } from './queue';

/** Larger pictures are made smaller, so that a weak line carries them; a megapixel shows a road well. */
const LIGHT_BYTES = 1_500_000;
const LONGEST_EDGE = 2000;
const QUALITY = 0.85;
const PATIENCE = 30_000;

export class NoPlace extends Error {}
export class NoPicture extends Error {}

/** A picture that the phone's camera has just given, with the place where the phone is now. */
export async function photoOf(file: File, cityTime: (phone: number) => number): Promise<QueuedPhoto> {
  const [picture, place] = await Promise.all([lighter(file), whereAmI()]);
  return {
    clientId: crypto.randomUUID(),
    picture,
    takenAt: new Date(cityTime(Math.min(file.lastModified, Date.now()))).toISOString(),
    lon: place.longitude,
    lat: place.latitude,
    photoId: null,
  };
}

function whereAmI(): Promise<GeolocationCoordinates> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new NoPlace());
    if (!('geolocation' in navigator)) fail();
    else navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), fail, { enableHighAccuracy: true, maximumAge: 15_000, timeout: PATIENCE });
  });
}

/** The picture, not larger than it need be; throws {@link NoPicture} where it is none. */
export async function lighter(file: File): Promise<Blob> {
  const image = await createImageBitmap(file).catch(() => {
    throw new NoPicture();
  });
  if (file.size <= LIGHT_BYTES && (file.type === 'image/jpeg' || file.type === 'image/png')) return file;
  const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NoPicture())), 'image/jpeg', QUALITY));
}
