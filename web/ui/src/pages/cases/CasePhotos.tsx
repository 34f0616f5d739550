import type { CaseDetail, CasePhoto } from '../../api/caseTypes';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';

/** Photos of the place, each with who took it, when, how far from the place, and whether it can close the case. */
export function CasePhotos({ detail }: { detail: CaseDetail }) {
  const t = useText();
  return (
    <>
      <h3>{t.cases.photoTitle}</h3>
      {detail.photos.length === 0 && <p className="dim">{t.cases.noPhotos}</p>}
      <ol className="case-photos" data-photos={detail.photos.length}>
        {detail.photos.map((photo) => (
          <li key={photo.id}>
            <Photo photo={photo} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Photo({ photo }: { photo: CasePhoto }) {
  const t = useText();
  return (
    <figure>
      <a href={photo.url} target="_blank" rel="noreferrer">
        <img src={photo.url} alt={t.cases.photoAlt(photo.id, photo.by)} loading="lazy" decoding="async" />
      </a>
      <figcaption>
        <b>{t.cases.withPhoto(photo.id)}</b> <span className="dim">{photo.by}</span> <time className="number dim">{monthDayTime(photo.takenAt)}</time>
        {photo.metres !== null && <span className="number dim">{t.cases.photoMetres(photo.metres)}</span>}
        {photo.fault && <em className="bad">{t.cases.photoFault[photo.fault]}</em>}
      </figcaption>
    </figure>
  );
}
