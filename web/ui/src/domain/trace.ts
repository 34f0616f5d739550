import type { Language } from '../i18n/language';
import { zhConditionValues, zhConditions } from '../i18n/zhConditions';
import { clock } from './time';

const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

/** The name of a condition in the reader's language; one that is not known stays as it is. */
export function conditionName(name: string, language: Language): string {
  if (language === 'en') return name;
  const known = zhConditions.find(([pattern]) => pattern.test(name));
  return known ? name.replace(known[0], known[1]) : name;
}

/** What was found, with moments as the city's clock shows them. */
export function conditionValue(value: string, language: Language): string {
  const local = value.replace(INSTANT, clock);
  return language === 'en' ? local : zhConditionValues.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), local);
}
