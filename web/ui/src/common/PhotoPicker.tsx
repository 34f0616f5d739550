import { useEffect, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { dateTime } from '../domain/time';
import { useText } from '../i18n/language';
import { NoPicture, NoPlace, photoOf } from '../phone/camera';
import type { QueuedPhoto } from '../phone/queue';

interface Props {
  photos: readonly QueuedPhoto[];
  onPhotos: Dispatch<SetStateAction<QueuedPhoto[]>>;
  most: number;
  /** The city's time of a moment of this device, ms. */
  cityTime: (device: number) => number;
}

/** Photos that are to be sent, each with the place and time at which it was taken. */
export function PhotoPicker({ photos, onPhotos, most, cityTime }: Props) {
  const t = useText();
  const [placing, setPlacing] = useState(false);
  const [trouble, setTrouble] = useState('');
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setPlacing(true);
    setTrouble('');
    try {
      const photo = await photoOf(file, cityTime);
      onPhotos((known) => [...known, photo]);
    } catch (error) {
      setTrouble(error instanceof NoPlace ? t.phone.noPlace : error instanceof NoPicture ? t.phone.noPicture : (error as Error).message);
    } finally {
      // the same file may be chosen again
      input.value = '';
      setPlacing(false);
    }
  };
  return (
    <div className="photo-picker" data-picked={photos.length}>
      {photos.map((photo) => (
        <Picked key={photo.clientId} photo={photo} onRemove={() => onPhotos((known) => known.filter(({ clientId }) => clientId !== photo.clientId))} />
      ))}
      {photos.length < most && (
        <label>
          {placing ? t.phone.placing : t.notices.addPhoto(photos.length, most)}
          <input type="file" accept="image/*" capture="environment" disabled={placing} onChange={({ target }) => void take(target)} />
        </label>
      )}
      {trouble && <p className="bad">{trouble}</p>}
    </div>
  );
}

function Picked({ photo, onRemove }: { photo: QueuedPhoto; onRemove: () => void }) {
  const t = useText();
  const url = useMemo(() => URL.createObjectURL(photo.picture), [photo.picture]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <figure data-photo={photo.clientId}>
      <img src={url} alt={t.phone.photoAlt} />
      <figcaption>
        <span className="dim">{t.phone.takenAt(dateTime(photo.takenAt))}</span>
        <button type="button" onClick={onRemove}>
          {t.notices.removePhoto}
        </button>
      </figcaption>
    </figure>
  );
}
