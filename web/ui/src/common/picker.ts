import dayjs, { type Dayjs } from 'dayjs';

const CITY_OFFSET_MINUTES = 8 * 60;

/** The picker shows the browser's zone; it is moved so that its digits are the city's. */
export function toPicker(at: number): Dayjs {
  return dayjs(at + (CITY_OFFSET_MINUTES + new Date(at).getTimezoneOffset()) * 60_000);
}

/** What a picker that was filled with {@link toPicker} means. */
export function fromPicker(date: Dayjs): number {
  const at = date.valueOf();
  return at - (CITY_OFFSET_MINUTES + new Date(at).getTimezoneOffset()) * 60_000;
}
