import type { FiledPhoto } from '../api/types';
import { monthDayTime } from '../domain/time';
import { useText } from '../i18n/language';

/** What a company shows with its explanation or appeal: by whom, when, and how far from the alert's place it was taken. */
export function FiledPhotos({ photos, alt }: { photos: readonly FiledPhoto[]; alt: (n: number) => string }) {
  const t = useText();
  if (photos.length === 0) return null;
  return (
    <ol className="filed-photos" data-filed-photos={photos.length}>
      {photos.map((photo, n) => (
        <li key={photo.id}>
          <figure>
            <a href={photo.url} target="_blank" rel="noreferrer">
              <img src={photo.url} alt={alt(n + 1)} loading="lazy" decoding="async" />
            </a>
            <figcaption className="dim">
              <span>{photo.by}</span> <time className="number">{monthDayTime(photo.takenAt)}</time>
              {photo.metres !== null && <span className="number">{t.notices.photoMetres(photo.metres)}</span>}
            </figcaption>
          </figure>
        </li>
      ))}
    </ol>
  );
}
