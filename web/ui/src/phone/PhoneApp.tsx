import { useEffect, useState, useSyncExternalStore } from 'react';
import { useRoute } from '../common/route';
import { useLanguage } from '../i18n/language';
import { CaseList } from './CaseList';
import { CaseSheet } from './CaseSheet';
import { ChargeList } from './ChargeList';
import { ChargeSheet } from './ChargeSheet';
import { NoticeList } from './NoticeList';
import { NoticeSheet } from './NoticeSheet';
import { Outbox } from './Outbox';
import { PhoneSignIn } from './PhoneSignIn';
import type { PhoneDesk } from './desk';

const SECOND = 1000;

/** 我的案件 on a phone: what has to be answered, the cases, one of them, and what waits to be sent. */
export function PhoneApp({ desk }: { desk: PhoneDesk }) {
  const { t, toggle } = useLanguage();
  const { user, ended, online, cases, notices, charges, items } = useSyncExternalStore(desk.subscribe, desk.snapshot);
  const { page, argument } = useRoute();
  const now = useCityTime(desk);
  const chosen = cases?.find(({ id }) => String(id) === page) ?? null;
  const asked = page === 'notice' ? (notices.find(({ id }) => String(id) === argument) ?? null) : null;
  const charge = page === 'appeal' ? (charges.find(({ alertId }) => alertId === argument) ?? null) : null;
  const isOpen = chosen !== null || asked !== null || charge !== null;
  const waiting = items.filter(({ state }) => state === 'waiting').length;
  return (
    <div className="phone" data-online={online} data-waiting={waiting}>
      <header>
        {isOpen ? (
          <a href="#/" className="phone-back">
            ‹ {t.phone.back}
          </a>
        ) : (
          <h1>{t.phone.title}</h1>
        )}
        {waiting > 0 && <b className="phone-waiting number">{t.phone.waitingCount(waiting)}</b>}
        <button type="button" onClick={toggle}>
          {t.bar.language}
        </button>
        {user && (
          <button type="button" onClick={() => void desk.signOut()}>
            {t.phone.signOut}
          </button>
        )}
      </header>
      {!online && (
        <p className="phone-away" role="status">
          {t.phone.away}
        </p>
      )}
      <main>
        {(!user || ended) && <PhoneSignIn desk={desk} again={ended && user !== null} />}
        {user && chosen && <CaseSheet key={chosen.id} one={chosen} desk={desk} items={items} now={now} />}
        {user && asked && <NoticeSheet key={asked.id} notice={asked} desk={desk} items={items} now={now} />}
        {user && charge && <ChargeSheet key={charge.alertId} charge={charge} desk={desk} items={items} />}
        {user && !isOpen && (
          <>
            <NoticeList notices={notices} items={items} now={now} />
            <ChargeList charges={charges} items={items} />
            <CaseList cases={cases} items={items} now={now} />
          </>
        )}
        {user && <Outbox items={items.filter(({ login }) => login === user.login)} onDismiss={(id) => void desk.dismiss(id)} />}
      </main>
    </div>
  );
}

function useCityTime(desk: PhoneDesk): number {
  const [now, setNow] = useState(() => desk.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(desk.now()), SECOND);
    return () => clearInterval(timer);
  }, [desk]);
  return now;
}
