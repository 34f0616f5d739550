import { Alert as Notice } from 'antd';
import { useUser } from '../../common/user';
import { useText } from '../../i18n/language';

/** That nothing is sent, and what to do about it: the keys are for who has the server's configuration. */
export function MailOff() {
  const t = useText();
  const user = useUser();
  return <Notice type="info" showIcon title={t.delivery.off} description={user.role === 'ADMINISTRATOR' ? t.delivery.offHint : t.delivery.offAsk} data-mail-off="" />;
}
