import { KeyOutlined, LaptopOutlined, LogoutOutlined, MoonOutlined, SafetyOutlined, SendOutlined, SunOutlined, TeamOutlined, TranslationOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import type { User } from '../api/types';
import { useConnection, useEvery, useStore } from '../common/hooks';
import { routeTo } from '../common/route';
import { lineOf, mayAdminister, mayReviewAny, pagesOf, seesFleet } from '../common/user';
import { clock, day } from '../domain/time';
import { useLanguage } from '../i18n/language';
import { Menu } from './Menu';
import { OwnPassword } from './OwnPassword';
import { SecondStep } from './SecondStep';
import { SoundSwitch } from './SoundSwitch';
import { useTheme } from './theme';

export function TopBar({ page, user, onSignOut }: { page: string; user: User; onSignOut: () => void }) {
  const { t, toggle: toggleLanguage } = useLanguage();
  const { mode, toggle: toggleTheme } = useTheme();
  const store = useStore();
  const pages = pagesOf(user);
  const [enrolling, setEnrolling] = useState(false);
  const [changing, setChanging] = useState(false);
  return (
    <header className="topbar">
      <a className="brand" href={routeTo(pages[0])}>
        <img src="./icon.svg" alt="" width={26} height={26} />
        <b>{t.product}</b>
        <span>{store.settings.city}</span>
      </a>
      {store.settings.synthetic && (
        <Tooltip title={t.syntheticHint}>
          <span className="synthetic">{t.synthetic}</span>
        </Tooltip>
      )}
      <Menu pages={pages} page={lineOf(page)} />
      {seesFleet(user) && <Connection />}
      <ServerClock />
      {mayReviewAny(user) && <SoundSwitch />}
      <Tooltip title={mode === 'dark' ? t.bar.light : t.bar.dark}>
        <Button type="text" aria-label={mode === 'dark' ? t.bar.light : t.bar.dark} icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />} onClick={toggleTheme} />
      </Tooltip>
      <Tooltip title={t.bar.language}>
        <Button type="text" aria-label={t.bar.language} icon={<TranslationOutlined />} onClick={toggleLanguage} />
      </Tooltip>
      <Dropdown
        menu={{
          items: [
            { key: 'who', disabled: true, label: [t.role[user.role], user.company].filter(Boolean).join(' · ') },
            { key: 'second', icon: <SafetyOutlined />, label: t.secondStep.title, onClick: () => setEnrolling(true) },
            { key: 'password', icon: <KeyOutlined />, label: t.ownPassword.title, onClick: () => setChanging(true) },
            { key: 'sessions', icon: <LaptopOutlined />, label: <a href={routeTo('sessions')}>{t.access.sessions}</a> },
            ...(mayAdminister(user) ? [{ key: 'accounts', icon: <TeamOutlined />, label: <a href={routeTo('accounts')}>{t.accounts.title}</a> }, { key: 'webhooks', icon: <SendOutlined />, label: <a href={routeTo('webhooks')}>{t.webhooks.title}</a> }] : []),
            { key: 'out', icon: <LogoutOutlined />, label: t.bar.signOut, onClick: onSignOut },
          ],
        }}
      >
        <button type="button" className="user" title={user.displayName}>
          {user.displayName}
        </button>
      </Dropdown>
      {changing && <OwnPassword onClose={() => setChanging(false)} />}
      {enrolling && <SecondStep onDone={() => setEnrolling(false)} onCancel={() => setEnrolling(false)} />}
    </header>
  );
}

function Connection() {
  const { t } = useLanguage();
  const connection = useConnection();
  return (
    <span className={`connection ${connection}`} data-connection={connection} role="status">
      <i />
      {t.bar[connection]}
    </span>
  );
}

/** The time in the server: of the city, or of the simulation. */
function ServerClock() {
  const { t } = useLanguage();
  const store = useStore();
  useEvery(250);
  const now = store.now();
  const speed = store.timesSpeed();
  return (
    <span className="clock number">
      <small>{day(now)}</small>
      <b>{clock(now)}</b>
      {speed !== 1 && <em>{t.bar.timesSpeed(speed)}</em>}
    </span>
  );
}
