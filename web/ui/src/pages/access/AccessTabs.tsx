import { routeTo } from '../../common/route';
import { mayAdminister, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import '../../style/devices.css';

const TABS = ['accounts', 'sessions', 'tokens'] as const;

/** Who may sign in, who has, and which systems report: for the administrator side by side. */
export function AccessTabs({ shown }: { shown: (typeof TABS)[number] }) {
  const { access } = useText();
  const user = useUser();
  if (!mayAdminister(user)) return null;
  return (
    <nav className="device-tabs">
      {TABS.map((tab) => (
        <a key={tab} href={routeTo(tab)} className={tab === shown ? 'on' : ''} aria-current={tab === shown ? 'page' : undefined} data-tab={tab}>
          {access.tabs[tab]}
        </a>
      ))}
    </nav>
  );
}
