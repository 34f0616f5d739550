import { App } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { InstallationDetail, PhotoKind } from '../../api/installationTypes';
import { useStore } from '../../common/hooks';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { NoPicture, NoPlace, photoOf } from '../../phone/camera';
import { newestOf } from './progress';

interface Props {
  detail: InstallationDetail;
  onChange: (detail: InstallationDetail) => void;
}

/** A photo of each thing that has to be shown, with place and time of the phone. */
export function PhotoGrid({ detail, onChange }: Props) {
  const t = useText();
  const store = useStore();
  const { message } = App.useApp();
  const [sending, setSending] = useState<PhotoKind | null>(null);
  const { installation, photosNeeded, photos, mayInstall } = detail;
  const newest = newestOf(photos);
  const send = async (kind: PhotoKind, file: File | undefined) => {
    if (!file) return;
    setSending(kind);
    try {
      const { clientId, takenAt, lon, lat, picture } = await photoOf(file, () => store.now());
      await api.addInstallationPhoto(installation.id, kind, { clientId, takenAt, lon, lat }, picture);
      onChange(await api.installation(installation.id));
    } catch (error) {
      const why = error instanceof NoPlace ? t.phone.noPlace : error instanceof NoPicture ? t.phone.noPicture : (error as Error).message;
      void message.error(why);
    } finally {
      setSending(null);
    }
  };
  return (
    <section className="installation-card">
      <h3>
        {t.installations.photos}{' '}
        <span className="dim number">
          {photosNeeded.filter((kind) => newest.has(kind)).length} / {photosNeeded.length}
        </span>
      </h3>
      <ol className="installation-photos" data-photos={newest.size}>
        {photosNeeded.map((kind) => {
          const photo = newest.get(kind);
          return (
            <li key={kind} data-kind={kind} className={photo ? 'passed' : ''}>
              {photo ? (
                <a href={photo.url} target="_blank" rel="noreferrer">
                  <img src={photo.url} alt={t.installations.photo[kind]} loading="lazy" />
                </a>
              ) : (
                <i className="no-photo" />
              )}
              <b>{t.installations.photo[kind]}</b>
              {photo && <time className="number dim">{monthDayTime(photo.takenAt)}</time>}
              {mayInstall && (
                <label className="take-photo">
                  {sending === kind ? t.installations.sending : photo ? t.installations.retake : t.installations.take}
                  <input type="file" accept="image/*" capture="environment" disabled={sending !== null} onChange={({ target }) => void send(kind, target.files?.[0])} />
                </label>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
