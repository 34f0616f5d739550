import { routeTo } from '../../common/route';
import { maySeeTerminals, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import '../../style/devices.css';

type Tab = 'health' | 'installations' | 'terminals' | 'inspector';

const PAGE: Record<Tab, string> = {
  health: routeTo('devices', 'health'),
  installations: routeTo('devices', 'installations'),
  terminals: routeTo('terminals'),
  inspector: routeTo('inspector'),
};

/** What belongs to the devices lies on one line of the menu, side by side. */
export function DeviceTabs({ shown }: { shown: Tab }) {
  const t = useText();
  const user = useUser();
  const tabs: Tab[] = maySeeTerminals(user) ? ['health', 'installations', 'terminals', 'inspector'] : ['health'];
  return (
    <nav className="device-tabs" aria-label={t.nav.devices}>
      {tabs.map((tab) => (
        <a key={tab} href={PAGE[tab]} className={tab === shown ? 'on' : ''} aria-current={tab === shown ? 'page' : undefined} data-tab={tab}>
          {t.devices.tabs[tab]}
        </a>
      ))}
    </nav>
  );
}
