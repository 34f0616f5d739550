import { DownOutlined } from '@ant-design/icons';
import { Badge, Dropdown } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useAlerts } from '../common/hooks';
import { routeTo } from '../common/route';
import { useAppeals } from '../common/useAppeals';
import { useNotices } from '../common/useNotices';
import { usePermitRequests } from '../common/usePermitRequests';
import { mayAnswerNotices, mayEditPlan, mayReviewAny, useUser, type PageName } from '../common/user';
import { useText } from '../i18n/language';

/** The pages of a user; those for which the window is too narrow are under the last button. */
export function Menu({ pages, page }: { pages: readonly PageName[]; page: string }) {
  const t = useText();
  const user = useUser();
  const nav = useRef<HTMLElement>(null);
  const fits = useFitting(nav);
  useEffect(() => {
    // on a phone the bar is wider than its window
    nav.current?.querySelector('.on')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [page]);
  const rest = pages.slice(fits);
  const current = rest.find((name) => name === page);
  return (
    <>
      <nav ref={nav}>
        {pages.map((name, index) => (
          <a
            key={name}
            href={routeTo(name)}
            className={name === page ? 'on' : ''}
            aria-current={name === page ? 'page' : undefined}
            aria-hidden={index >= fits}
            tabIndex={index < fits ? undefined : -1}
          >
            {t.nav[name]}
            {name === 'review' && <Waiting />}
            {name === 'plan' && mayEditPlan(user, 'permits') && <Requests />}
          </a>
        ))}
      </nav>
      {rest.length > 0 && (
        <Dropdown trigger={['click', 'hover']} menu={{ selectedKeys: [page], items: rest.map((name) => ({ key: name, label: <a href={routeTo(name)}>{t.nav[name]}</a> })) }}>
          <button type="button" className={current ? 'more on' : 'more'} aria-haspopup="menu">
            {current ? t.nav[current] : t.bar.more} <DownOutlined />
          </button>
        </Dropdown>
      )}
    </>
  );
}

/** How much waits for whoever is signed in: a company answers, the others decide, of appeals too where they may. */
function Waiting() {
  const user = useUser();
  if (mayAnswerNotices(user)) return <ToAnswer />;
  return mayReviewAny(user) ? <ToDecide /> : <Unhandled />;
}

function Unhandled({ appeals }: { appeals?: number }) {
  const t = useText();
  const store = useAlerts();
  const title = appeals ? `${t.bar.unhandled} · ${t.appeals.toDecide} ${appeals}` : t.bar.unhandled;
  return <Badge count={store.unhandled().length + (appeals ?? 0)} overflowCount={store.moreAlerts ? 199 : 999} size="small" title={title} data-to-decide={appeals} />;
}

function ToDecide() {
  const { rows } = useAppeals('OPEN');
  return <Unhandled appeals={rows.filter(({ mayDecide }) => mayDecide).length} />;
}

function ToAnswer() {
  const t = useText();
  const { rows, more } = useNotices('OPEN');
  return <Badge count={rows.length} overflowCount={more ? 199 : 999} size="small" title={t.notices.toAnswer} data-to-answer={rows.length} />;
}

/** Permits that companies ask for. */
function Requests() {
  const t = useText();
  const { data } = usePermitRequests('WAITING');
  const count = data?.requests.length ?? 0;
  return <Badge count={count} overflowCount={data?.more ? 199 : 999} size="small" title={t.permitRequests.toDecide} data-permit-requests={count} />;
}

/** How many of its children stand in the first row. */
function useFitting(box: RefObject<HTMLElement | null>): number {
  const [fits, setFits] = useState(Number.MAX_SAFE_INTEGER);
  useLayoutEffect(() => {
    const measure = () => {
      const links = [...(box.current?.children ?? [])] as HTMLElement[];
      const below = links.findIndex((link) => link.offsetTop > links[0].offsetTop);
      setFits(below < 0 ? links.length : below);
    };
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    // words and counts change the widths of the links, not of their box
    [...(box.current?.children ?? [])].forEach((link) => observer.observe(link));
    measure();
    return () => observer.disconnect();
  }, [box]);
  return fits;
}
