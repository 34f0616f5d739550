import type { ReactNode } from 'react';
import type { Notice } from '../../api/types';
import { useEvery, useStore } from '../../common/hooks';
import { RuleName } from '../../common/Marks';
import { limitOf } from '../../common/notices';
import { routeTo } from '../../common/route';
import { useNotices, type Notices } from '../../common/useNotices';
import { mayAnswerNotices, mayReviewAny, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { CountDown } from '../cases/CountDown';

const SECOND = 1000;

/** The questions that wait for an answer, the first due first: for a company what it has to answer today, for the city what it waits for. */
export function OpenNotices() {
  const t = useText();
  const user = useUser();
  const store = useStore();
  const open = useNotices('OPEN');
  useEvery(SECOND);
  const own = mayAnswerNotices(user);
  const now = store.now();
  return (
    <>
      <NoticeRows name="open" title={own ? t.notices.toAnswer : t.notices.awaited} opened={own} notices={open}>
        {(notice) => (
          <>
            {!own && <span className="dim">{notice.company}</span>}
            {notice.own && <em className="dim">{t.notices.mine}</em>}
            <CountDown row={limitOf(notice)} now={now} />
          </>
        )}
      </NoticeRows>
      {mayReviewAny(user) && <Answered />}
    </>
  );
}

/** What was explained and nobody has decided on yet. */
function Answered() {
  const t = useText();
  const answered = useNotices('ANSWERED');
  return (
    <NoticeRows name="answered" title={t.notices.explained} opened={false} notices={answered}>
      {(notice) => (
        <>
          <span className="dim">{notice.company}</span>
          {notice.own && <em className="dim">{t.notices.mine}</em>}
          <time className="number dim">{notice.answeredAt && monthDayTime(notice.answeredAt)}</time>
        </>
      )}
    </NoticeRows>
  );
}

interface Props {
  name: string;
  title: string;
  opened: boolean;
  notices: Notices;
  children: (notice: Notice) => ReactNode;
}

function NoticeRows({ name, title, opened, notices: { rows, more }, children }: Props) {
  if (rows.length === 0) return null;
  return (
    <details className="open-notices" open={opened} data-notices={name}>
      <summary>
        {title}{' '}
        <b className="warn">
          {rows.length}
          {more ? '+' : ''}
        </b>
      </summary>
      <ol>
        {rows.map((notice) => (
          <li key={notice.id} data-notice-of={notice.alertId}>
            <a href={routeTo('review', String(notice.alertId))}>
              {notice.plate} <RuleName alert={notice} />
            </a>
            {children(notice)}
          </li>
        ))}
      </ol>
    </details>
  );
}
