import { useState } from 'react';
import { MOST_PHOTOS, MOST_WORDS } from '../common/notices';
import { PhotoPicker } from '../common/PhotoPicker';
import type { PhoneDesk } from './desk';
import type { QueuedPhoto } from './queue';

interface Props {
  desk: PhoneDesk;
  label: string;
  hint: string;
  button: string;
  tell: (text: string, photos: QueuedPhoto[]) => Promise<void>;
}

/** What a company says from the phone, and photos that show it. */
export function TellForm({ desk, label, hint, button, tell }: Props) {
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<QueuedPhoto[]>([]);
  return (
    <section className="phone-card phone-form">
      <label>
        {label}
        <textarea rows={3} maxLength={MOST_WORDS} value={text} placeholder={hint} onChange={({ target }) => setText(target.value)} />
      </label>
      <PhotoPicker photos={photos} onPhotos={setPhotos} most={MOST_PHOTOS} cityTime={(phone) => desk.now(phone)} />
      <div className="phone-moves">
        <button type="button" className="main" disabled={text.trim() === ''} data-tell="" onClick={() => void tell(text.trim(), photos)}>
          {button}
        </button>
      </div>
    </section>
  );
}
