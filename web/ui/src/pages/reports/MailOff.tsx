import { Alert as Notice } from 'antd';
import { useText } from '../../i18n/language';

/** That nothing is sent, and what to do about it. */
export function MailOff() {
  const t = useText();
  return <Notice type="info" showIcon title={t.delivery.off} description={t.delivery.offHint} data-mail-off="" />;
}
