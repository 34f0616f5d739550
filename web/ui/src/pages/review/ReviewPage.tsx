import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AlertRow } from '../../api/types';
import { useStore } from '../../common/hooks';
import { go, parseRoute, routeTo, useRoute } from '../../common/route';
import { Failed, Nothing } from '../../common/States';
import { needsReview } from '../../domain/colours';
import { useText } from '../../i18n/language';
import { AlertFilters } from './AlertFilters';
import { AlertList } from './AlertList';
import { EvidenceDesk } from './EvidenceDesk';
import { OpenAppeals } from './OpenAppeals';
import { OpenNotices } from './OpenNotices';
import { isQueue } from './order';
import { useAlertList, type Filter } from './useAlertList';

/** 报警研判: an alert, its evidence and the decision, without leaving the keyboard. */
export default function ReviewPage() {
  const t = useText();
  const store = useStore();
  const { argument: selected } = useRoute();
  const [filter, setFilter] = useState<Filter>({ review: 'OPEN' });
  const list = useAlertList(filter);
  // the most urgent one is known once the list was read
  const first = list.loading ? undefined : list.rows[0]?.id;
  useEffect(() => {
    // The address holds the choice, so that a new alert at the top of the list does not change it. Whoever has gone on to a page
    // that is still on its way is not called back.
    const here = parseRoute(location.hash).page === 'review';
    if (here && !selected && first) location.replace(routeTo('review', first));
  }, [selected, first]);

  const step = useCallback(
    (by: 1 | -1) => {
      const index = list.rows.findIndex(({ id }) => id === selected);
      const next = list.rows[index + by] ?? list.rows[by === 1 ? 0 : list.rows.length - 1];
      if (next && next.id !== selected) go('review', next.id);
    },
    [list.rows, selected],
  );
  const decided = useCallback(
    (alert: AlertRow) => {
      const index = list.rows.findIndex(({ id }) => id === alert.id);
      const later = [...list.rows.slice(index + 1), ...list.rows.slice(0, Math.max(0, index))];
      const next = later.find((row) => needsReview(row));
      list.replace(alert);
      store.put(alert);
      // Who has gone elsewhere meanwhile is left there.
      const here = parseRoute(location.hash);
      if (next && here.page === 'review' && here.argument === alert.id) go('review', next.id);
    },
    [list, store],
  );
  const place = list.rows.findIndex(({ id }) => id === selected);
  const handlers = useMemo(() => ({ next: () => step(1), previous: () => step(-1) }), [step]);

  return (
    <div className="review-desk">
      <aside className="panel side" aria-label={t.review.queue}>
        <AlertFilters filter={filter} onFilter={setFilter} />
        <OpenNotices />
        <OpenAppeals />
        {isQueue(filter) && (
          <Button block type="text" size="small" disabled={place <= 0} data-ahead={place} onClick={() => go('review', list.rows[0].id)}>
            {place > 0 ? t.desk.ahead(place) : t.desk.byUrgency}
          </Button>
        )}
        {list.error ? (
          <Failed error={list.error} retry={list.reload} />
        ) : (
          <AlertList rows={list.rows.slice(0, Math.max(list.shown, place + 1))} selected={selected} onSelect={(id) => go('review', id)} />
        )}
        {!list.error && list.rows.length === 0 && !list.loading && <Nothing title={t.review.empty} hint={t.review.emptyHint} />}
        {list.more && (
          <Button block type="text" loading={list.loading} onClick={list.loadMore}>
            {t.common.loadMore}
          </Button>
        )}
      </aside>
      {selected ? (
        <EvidenceDesk key={selected} id={selected} onDecided={decided} {...handlers} />
      ) : (
        <div className="panel evidence-none">
          <Nothing title={t.review.choose} />
        </div>
      )}
    </div>
  );
}
