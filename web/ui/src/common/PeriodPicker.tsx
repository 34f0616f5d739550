import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { day } from '../domain/time';
import { useStore } from './hooks';

const FORMAT = 'YYYY-MM-DD';
/** Longest that the server answers for. */
const MOST_DAYS = 31;

/** Whole days of the city, both ends included, and the same as moments for the server. */
export interface DayPeriod {
  days: [Dayjs, Dayjs];
  from: string;
  to: string;
}

/** The last so many days, today included, until something else is chosen. */
export function useDayPeriod(count: number): [DayPeriod, (days: [Dayjs, Dayjs]) => void] {
  const store = useStore();
  const [days, setDays] = useState<[Dayjs, Dayjs]>(() => {
    const today = dayjs(day(store.now()));
    return [today.subtract(count - 1, 'day'), today];
  });
  const period = useMemo(() => periodOf(days), [days]);
  return [period, setDays];
}

export function periodOf(days: [Dayjs, Dayjs]): DayPeriod {
  const midnight = (at: Dayjs) => `${at.format(FORMAT)}T00:00:00+08:00`;
  return { days, from: midnight(days[0]), to: midnight(days[1].add(1, 'day')) };
}

interface Props {
  /** None where the page asks for all that there is. */
  period?: DayPeriod;
  label: string;
  onChange: (days: [Dayjs, Dayjs]) => void;
  /** Where it may be left out. */
  onClear?: () => void;
}

/** A period of whole days; one that is longer than the server answers for is not taken. */
export function PeriodPicker({ period, label, onChange, onClear }: Props) {
  return (
    <DatePicker.RangePicker
      allowClear={onClear !== undefined}
      value={period?.days ?? null}
      aria-label={label}
      title={label}
      onChange={(days) => {
        if (!days) onClear?.();
        else if (days[0] && days[1] && days[1].diff(days[0], 'day') < MOST_DAYS) onChange([days[0], days[1]]);
      }}
    />
  );
}
