import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { ApiError, api } from '../../api/api';
import type { Notice } from '../../api/types';
import { MOST_ANSWER, MOST_PHOTOS } from '../../common/notices';
import { useStore } from '../../common/hooks';
import { PhotoPicker } from '../../common/PhotoPicker';
import { useText } from '../../i18n/language';
import type { QueuedPhoto } from '../../phone/queue';

/** The company's explanation: what it says, and photos that show it. Sent again after a failure, each part is filed once. */
export function NoticeAnswer({ notice, onDone }: { notice: Notice; onDone: () => void }) {
  const t = useText();
  const store = useStore();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<QueuedPhoto[]>([]);
  const [busy, setBusy] = useState(false);
  const name = useRef(crypto.randomUUID?.() ?? '');
  const send = async () => {
    setBusy(true);
    try {
      for (const { clientId, takenAt, lon, lat, picture } of photos) await api.addNoticePhoto(notice.id, { clientId, takenAt, lon, lat }, picture);
      await api.answerNotice(notice.id, text, name.current);
      onDone();
    } catch (error) {
      const refused: Record<string, string> = t.notices.refused;
      void message.error((error instanceof ApiError && refused[error.code]) || (error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="notice-answer">
      <Input.TextArea rows={2} maxLength={MOST_ANSWER} value={text} placeholder={t.notices.answerHint} aria-label={t.notices.answer} onChange={({ target }) => setText(target.value)} />
      <PhotoPicker photos={photos} onPhotos={setPhotos} most={MOST_PHOTOS} cityTime={() => store.now()} />
      <Button type="primary" loading={busy} disabled={text.trim() === ''} data-action="answer" onClick={() => void send()}>
        {t.notices.answer}
      </Button>
    </div>
  );
}
