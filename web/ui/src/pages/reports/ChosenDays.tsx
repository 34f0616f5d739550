import { App, Button } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/api';
import { useStore } from '../../common/hooks';
import { periodOf, PeriodPicker } from '../../common/PeriodPicker';
import { mayPrepareReports, useUser } from '../../common/user';
import { day } from '../../domain/time';
import { useText } from '../../i18n/language';
import { DraftFiles } from './DraftList';

const FORMAT = 'YYYY-MM-DD';
const DAYS_BEFORE = 7;

/** 专报: a report of any days, as a draft of what is known now or frozen for signatures. */
export function ChosenDays({ onFrozen }: { onFrozen: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const store = useStore();
  const today = dayjs(day(store.now()));
  const [days, setDays] = useState<[Dayjs, Dayjs]>([today.subtract(DAYS_BEFORE, 'day'), today.subtract(1, 'day')]);
  const [busy, setBusy] = useState(false);
  const may = mayPrepareReports(useUser());
  const period = days.map((at) => at.format(FORMAT)).join('--');
  const freeze = async () => {
    setBusy(true);
    try {
      await api.freezeReport(period);
      void message.success(t.reports.special.frozen);
      onFrozen();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="chosen-days" data-chosen={period}>
      <div>
        <PeriodPicker period={periodOf(days)} label={t.reports.special.days} onChange={setDays} />
        <DraftFiles period={period} />
        {may && (
          <Button type="primary" loading={busy} disabled={!days[1].isBefore(today, 'day')} onClick={() => void freeze()} data-freeze="">
            {t.reports.special.freeze}
          </Button>
        )}
      </div>
      <p className="dim">{[t.reports.special.days, ...(may ? [t.reports.special.hint] : [])].join(' · ')}</p>
    </section>
  );
}
