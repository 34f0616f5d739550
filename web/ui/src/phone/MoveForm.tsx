import { useEffect, useMemo, useState } from 'react';
import type { CaseDetail, Move } from '../api/caseTypes';
import { dateTime } from '../domain/time';
import { useText } from '../i18n/language';
import { NoPicture, photoOf } from './camera';
import { limitText } from '../pages/cases/words';
import type { PhoneDesk, Said } from './desk';
import { metresBetween } from './navigation';
import type { QueuedPhoto } from './queue';

/** As the server has it: from further away a photo cannot close a case. */
const MOST_METRES = 150;
const LONGEST_NOTE = 2000;

interface Props {
  move: Move;
  one: CaseDetail;
  desk: PhoneDesk;
  onMake: (move: Move, said: Said) => Promise<void>;
  onCancel: () => void;
}

/** What is said with a move, and the photo that shows it. */
export function MoveForm({ move, one, desk, onMake, onCancel }: Props) {
  const t = useText();
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<QueuedPhoto | null>(null);
  const [placing, setPlacing] = useState(false);
  const [trouble, setTrouble] = useState('');
  const asksForMore = move === 'ASK_EXTENSION';
  const [more, setMore] = useState('');
  const longer = asksForMore ? Number(more) : null;
  const complete = note.trim() !== '' && !placing && (longer === null || (longer > 0 && longer <= one.handling.amount));
  const hints: Partial<Record<Move, string>> = t.phone.hint;
  const take = async (file: File | undefined) => {
    if (!file) return;
    setPlacing(true);
    setTrouble('');
    try {
      setPhoto(await photoOf(file, (phone) => desk.now(phone)));
    } catch (error) {
      setTrouble(error instanceof NoPicture ? t.phone.noPicture : t.phone.noPlace);
    } finally {
      setPlacing(false);
    }
  };
  return (
    <section className="phone-card phone-form" data-form={move}>
      {asksForMore && (
        <label>
          {t.phone.more(limitText(one.handling, t), t.cases.unit[one.handling.unit])}
          <input type="number" inputMode="decimal" min="0" max={one.handling.amount} step="any" value={more} data-more="" onChange={({ target }) => setMore(target.value)} />
        </label>
      )}
      <label>
        {hints[move]}
        <textarea rows={3} maxLength={LONGEST_NOTE} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <label className="phone-camera">
        {photo ? t.phone.retake : t.phone.camera}
        <input type="file" accept="image/*" capture="environment" onChange={({ target }) => void take(target.files?.[0])} />
      </label>
      {placing && <p role="status">{t.phone.placing}</p>}
      {trouble && <p className="bad">{trouble}</p>}
      {photo && <Preview photo={photo} one={one} />}
      <div className="phone-moves">
        <button type="button" className="main" disabled={!complete} data-send={move} onClick={() => void onMake(move, { note: note.trim(), more: longer, photo })}>
          {move === 'ANSWER' ? t.phone.send : t.cases.move[move]}
        </button>
        <button type="button" onClick={onCancel}>
          {t.phone.cancel}
        </button>
      </div>
    </section>
  );
}

function Preview({ photo, one }: { photo: QueuedPhoto; one: CaseDetail }) {
  const t = useText();
  const url = useMemo(() => URL.createObjectURL(photo.picture), [photo.picture]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const metres = one.lon === null || one.lat === null ? null : Math.round(metresBetween({ lon: one.lon, lat: one.lat }, photo));
  return (
    <figure data-photo={photo.clientId}>
      <img src={url} alt={t.phone.photoAlt} />
      <figcaption>
        <span className="dim">{t.phone.takenAt(dateTime(photo.takenAt))}</span>
        {metres !== null && <span className={metres > MOST_METRES ? 'bad' : 'dim'}>{t.phone.metres(metres)}</span>}
        {metres !== null && metres > MOST_METRES && <em className="bad">{t.phone.tooFar(MOST_METRES)}</em>}
      </figcaption>
    </figure>
  );
}
