import { MailOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { AlertRow, Notice } from '../../api/types';
import { useEvery, useRequest, useStore, type Request } from '../../common/hooks';
import { FiledPhotos } from '../../common/FiledPhotos';
import { limitOf } from '../../common/notices';
import { useNews } from '../../common/useNews';
import { usePageKeys } from '../../common/usePageKeys';
import { mayAnswerNotices, mayReview, useUser } from '../../common/user';
import { dateTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { CountDown } from '../cases/CountDown';
import { TellForm } from './TellForm';

const MOST_CHARACTERS = 1000;
const SECOND = 1000;

/** What the company was asked about an alert; read again when it has answered. */
export function useNoticesOf(alertId: string): Asked {
  const request = useRequest(() => api.noticesOf(alertId), [alertId]);
  useNews('onNotices', request.reload, alertId);
  return request;
}

type Asked = Request<{ notices: Notice[] }>;

/** What the company was asked about an alert, and its explanation; its dispatcher gives one here. */
export function NoticeList({ request }: { request: Asked }) {
  const t = useText();
  const notices = request.data?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <>
      <h3>{t.notices.title}</h3>
      <ol className="notices">
        {notices.map((notice) => (
          <li key={notice.id} data-notice={notice.answeredAt ? 'answered' : 'open'}>
            <p>
              <span className="dim">{t.notices.asked(notice.user, notice.company, dateTime(notice.at))}</span> {notice.note}
            </p>
            {notice.answeredAt ? (
              <p>
                <span className="dim">{t.notices.answered(notice.answeredBy, dateTime(notice.answeredAt))}</span> {notice.answer}
              </p>
            ) : (
              <Waiting notice={notice} onDone={request.reload} />
            )}
            <FiledPhotos photos={notice.photos} alt={t.notices.photoAlt} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Waiting({ notice, onDone }: { notice: Notice; onDone: () => void }) {
  const t = useText();
  const user = useUser();
  const store = useStore();
  useEvery(SECOND);
  return (
    <>
      <p>
        <span className="dim">{t.notices.limit}</span> <CountDown row={limitOf(notice)} now={store.now()} />
      </p>
      {mayAnswerNotices(user) ? <Answer id={notice.id} onDone={onDone} /> : <p className="warn">{t.notices.waiting}</p>}
    </>
  );
}

/** The company's explanation. */
function Answer({ id, onDone }: { id: number; onDone: () => void }) {
  const t = useText();
  return (
    <TellForm
      label={t.notices.answerLabel}
      hint={t.notices.answerHint}
      button={t.notices.answer}
      action="answer"
      refused={t.notices.refused}
      addPhoto={(facts, picture) => api.addNoticePhoto(id, facts, picture)}
      tell={(text, clientId) => api.answerNotice(id, text, clientId)}
      onDone={onDone}
    />
  );
}

/** 通知企业: asks the company of the alert's vehicle; the alert stays open meanwhile. */
export function NotifyButton({ alert, active, onAsked }: { alert: AlertRow; active: boolean; onAsked: () => void }) {
  const t = useText();
  const user = useUser();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const may = alert.plate !== '' && mayReview(user, alert.rule);
  usePageKeys(active && may && !open, { n: () => setOpen(true) });
  if (!may) return null;
  const send = async () => {
    setBusy(true);
    try {
      await api.askCompany(alert.id, note.trim() || t.notices.usual);
      void message.success(t.notices.sent(alert.company));
      setOpen(false);
      setNote('');
      onAsked();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="large" icon={<MailOutlined />} data-action="notify" onClick={() => setOpen(true)}>
        {t.notices.notify} <kbd>N</kbd>
      </Button>
      <Modal open={open} title={`${t.notices.notify} · ${alert.company}`} okText={t.notices.send} cancelText={t.common.cancel} confirmLoading={busy} width={380} destroyOnHidden onCancel={() => setOpen(false)} onOk={() => void send()}>
        <Input.TextArea autoFocus rows={3} maxLength={MOST_CHARACTERS} value={note} placeholder={t.notices.usual} aria-label={t.notices.note} onChange={({ target }) => setNote(target.value)} />
      </Modal>
    </>
  );
}
