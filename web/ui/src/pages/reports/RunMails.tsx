import { App, Button, Tooltip } from 'antd';
import { api } from '../../api/api';
import type { ReportMail } from '../../api/deliveryTypes';
import { useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { mayPrepareReports, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { MailOff } from './MailOff';

const MARK = { WAITING: 'warn', DELIVERED: 'good', PARKED: 'bad' } as const;

/** To whom an issued report was sent, and what is to be done where it did not come. */
export function RunMails({ id }: { id: number }) {
  const t = useText();
  const user = useUser();
  const { message } = App.useApp();
  const request = useRequest(() => api.reportMails(id), [id]);
  const resend = () =>
    api.resendReport(id).then(
      ({ mails }) => {
        void message.success(t.delivery.resent(mails));
        request.reload();
      },
      (error: Error) => void message.error(error.message),
    );
  return (
    <Loaded request={request}>
      {({ sends, mails }) => (
        <div className="run-mails" data-mails={mails.length}>
          {!sends && <MailOff />}
          {mails.length === 0 && <p className="dim">{t.delivery.noMails}</p>}
          <ul>
            {mails.map((mail) => (
              <Mail key={mail.id} mail={mail} />
            ))}
          </ul>
          {mails.some(({ state }) => state === 'PARKED') && <p className="dim">{t.delivery.next}</p>}
          {sends && mayPrepareReports(user) && (
            <Tooltip title={t.delivery.resendHint}>
              <Button onClick={() => void resend()} data-resend="">
                {t.delivery.resend}
              </Button>
            </Tooltip>
          )}
        </div>
      )}
    </Loaded>
  );
}

function Mail({ mail }: { mail: ReportMail }) {
  const t = useText();
  const { address, organisation, state, outcome } = mail;
  return (
    <li data-mail={state}>
      <span className="mail-to">
        {address}
        <small className="dim">{organisation === '' ? t.delivery.whole : t.delivery.extractOf(organisation)}</small>
      </span>
      <span>
        <b className={MARK[state]}>{t.delivery.state[state]}</b>
        <small className="dim">{progress(mail, t.delivery)}</small>
      </span>
      {outcome !== '' && (
        <small className="mail-outcome">
          {t.delivery.said}：{outcome}
        </small>
      )}
    </li>
  );
}

type Words = ReturnType<typeof useText>['delivery'];

function progress({ state, attempts, dueAt, finishedAt }: ReportMail, words: Words): string {
  if (state === 'DELIVERED') return finishedAt === null ? '' : words.delivered(monthDayTime(finishedAt));
  if (state === 'PARKED') return finishedAt === null ? '' : monthDayTime(finishedAt);
  return attempts === 0 ? words.queued : words.attempted(attempts, monthDayTime(dueAt));
}
