import { App as AntApp, ConfigProvider, Spin } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { Component, useEffect, useRef, useState, type ReactNode } from 'react';
import { api, whenSignedOut } from './api/api';
import type { User } from './api/types';
import { StoreProvider, useRequest } from './common/hooks';
import { Later, type Code } from './common/Later';
import { routeTo, useRoute } from './common/route';
import { UserProvider, mayOpen, pagesOf, seesFleet } from './common/user';
import { Failed, Forbidden, Loaded, Nothing } from './common/States';
import { FleetStore } from './domain/store';
import { useLanguage } from './i18n/language';
import { SecondStep } from './shell/SecondStep';
import { SignIn } from './shell/SignIn';
import { TopBar } from './shell/TopBar';
import { antdTheme, useTheme } from './shell/theme';

const PAGES: Record<string, Code<object>> = {
  live: () => import('./pages/live/LivePage'),
  playback: () => import('./pages/playback/PlaybackPage'),
  review: () => import('./pages/review/ReviewPage'),
  cases: () => import('./pages/cases/CasesPage'),
  waybills: () => import('./pages/waybills/WaybillsPage'),
  accounts: () => import('./pages/accounts/AccountsPage'),
  sessions: () => import('./pages/access/SessionsPage'),
  tokens: () => import('./pages/access/TokensPage'),
  webhooks: () => import('./pages/webhooks/WebhooksPage'),
  audit: () => import('./pages/audit/AuditPage'),
  shifts: () => import('./pages/shifts/ShiftsPage'),
  sweeping: () => import('./pages/sweeping/SweepingPage'),
  trips: () => import('./pages/trips/TripsPage'),
  overview: () => import('./pages/overview/OverviewPage'),
  reports: () => import('./pages/reports/ReportsPage'),
  past: () => import('./pages/past/PastPage'),
  reverse: () => import('./pages/reverse/ReversePage'),
  plan: () => import('./pages/plan/PlanPage'),
  register: () => import('./pages/register/RegisterPage'),
  leads: () => import('./pages/leads/LeadsPage'),
  gap: () => import('./pages/gap/GapPage'),
  linked: () => import('./pages/linked/LinkedPage'),
  rules: () => import('./pages/rules/RulesPage'),
  inspector: () => import('./pages/inspector/InspectorPage'),
  terminals: () => import('./pages/terminals/TerminalsPage'),
  devices: () => import('./pages/devices/DevicesPage'),
  vehicle: () => import('./pages/vehicle/VehiclePage'),
};

type Session = 'asking' | 'none' | User;

export function App() {
  const { mode } = useTheme();
  const { language } = useLanguage();
  const { page } = useRoute();
  const [session, setSession] = useState<Session>('asking');
  useEffect(() => {
    // Asked for at once, so that it is on its way while the session and the fleet are read.
    PAGES[page]?.().catch(() => undefined);
  }, [page]);
  useEffect(() => {
    whenSignedOut(() => setSession('none'));
    api.session().then(
      ({ user }) => setSession(user),
      () => setSession('none'),
    );
  }, []);
  return (
    <ConfigProvider theme={antdTheme(mode)} locale={language === 'zh' ? zhCN : enGB}>
      <AntApp className="app">
        {session === 'asking' && <Waiting />}
        {session === 'none' && <SignIn onSignedIn={setSession} />}
        {typeof session === 'object' && session.secondFactorOwed && (
          <SecondStep
            onDone={() => setSession({ ...session, secondFactor: true, secondFactorOwed: false })}
            onCancel={() => void api.signOut().finally(() => setSession('none'))}
          />
        )}
        {typeof session === 'object' && !session.secondFactorOwed && (
          <Desk user={session} onSignOut={() => void api.signOut().finally(() => setSession('none'))} />
        )}
      </AntApp>
    </ConfigProvider>
  );
}

function Waiting() {
  return (
    <div className="centred">
      <Spin size="large" />
    </div>
  );
}

function Desk({ user, onSignOut }: { user: User; onSignOut: () => void }) {
  const request = useRequest(() => startStore(user), [user.login]);
  useEffect(() => () => request.data?.stop(), [request.data]);
  return (
    <Loaded request={request}>
      {(store) => (
        <StoreProvider value={store}>
          <UserProvider value={user}>
            <CurrentPage user={user} onSignOut={onSignOut} />
          </UserProvider>
        </StoreProvider>
      )}
    </Loaded>
  );
}

/** Not everybody may look at the fleet: an installer's store stays empty. */
async function startStore(user: User): Promise<FleetStore> {
  const store = new FleetStore(await api.settings());
  if (seesFleet(user)) await store.start();
  return store;
}

function CurrentPage({ user, onSignOut }: { user: User; onSignOut: () => void }) {
  const { t } = useLanguage();
  const { page } = useRoute();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // Who has just signed in begins with the first page of the own menu.
    if (location.hash === '') location.replace(routeTo(pagesOf(user)[0]));
  }, [user]);
  const load = PAGES[page];
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t.common.skip}
      </button>
      <TopBar page={page} user={user} onSignOut={onSignOut} />
      <main className="page" ref={main} tabIndex={-1}>
        <Trap key={page}>
          {!load ? (
            <Nothing title={t.common.notFound} hint={<a href={routeTo(pagesOf(user)[0])}>{t.common.toFirstPage}</a>} />
          ) : mayOpen(user, page) ? (
            <Later load={load} props={{}} />
          ) : (
            <Forbidden />
          )}
        </Trap>
      </main>
    </>
  );
}

/** A page that fails says so, and leaves the bar and the other pages alive. */
class Trap extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <Failed error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
