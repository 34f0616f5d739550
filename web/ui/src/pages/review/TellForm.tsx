import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { ApiError } from '../../api/api';
import type { PhotoFacts } from '../../api/caseTypes';
import { MOST_PHOTOS, MOST_WORDS } from '../../common/notices';
import { useStore } from '../../common/hooks';
import { PhotoPicker } from '../../common/PhotoPicker';
import type { QueuedPhoto } from '../../phone/queue';

interface Props {
  label: string;
  hint: string;
  button: string;
  action: string;
  /** What is said of the server's refusals, by their codes. */
  refused: Record<string, string>;
  addPhoto: (facts: PhotoFacts, picture: Blob) => Promise<unknown>;
  /** @param clientId under which it is taken once, however often it is sent */
  tell: (text: string, clientId: string) => Promise<unknown>;
  onDone: () => void;
}

/** What a company says, and photos that show it. Sent again after a failure, each part is filed once. */
export function TellForm({ label, hint, button, action, refused, addPhoto, tell, onDone }: Props) {
  const store = useStore();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<QueuedPhoto[]>([]);
  const [busy, setBusy] = useState(false);
  const name = useRef(crypto.randomUUID?.() ?? '');
  const send = async () => {
    setBusy(true);
    try {
      for (const { clientId, takenAt, lon, lat, picture } of photos) await addPhoto({ clientId, takenAt, lon, lat }, picture);
      await tell(text, name.current);
      onDone();
    } catch (error) {
      void message.error((error instanceof ApiError && refused[error.code]) || (error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="tell-form">
      <Input.TextArea rows={2} maxLength={MOST_WORDS} value={text} placeholder={hint} aria-label={label} onChange={({ target }) => setText(target.value)} />
      <PhotoPicker photos={photos} onPhotos={setPhotos} most={MOST_PHOTOS} cityTime={() => store.now()} />
      <Button type="primary" loading={busy} disabled={text.trim() === ''} data-action={action} onClick={() => void send()}>
        {button}
      </Button>
    </div>
  );
}
