import type { Dayjs } from 'dayjs';

/** Of a reason, characters. */
export const LONGEST = 500;

const FORMAT = 'YYYY-MM-DD';

/** A picker's day as the server takes it; undefined where none is chosen. */
export const asDay = (date: Dayjs | null): string | undefined => date?.format(FORMAT);

/** Days before one, which a picker does not offer. */
export const before =
  (first: string) =>
  (date: Dayjs): boolean =>
    date.format(FORMAT) < first;
