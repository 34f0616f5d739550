import type { Parameter } from '../../api/ruleTypes';
import type { Language } from '../../i18n/language';
import { zhParameters } from '../../i18n/zhParameters';

/** What a parameter is for, without the rules before it; in English where nobody has translated it yet. */
export function meaningOf({ name, meaning }: Parameter, language: Language): string {
  return (language === 'zh' && zhParameters[name]) || meaning;
}
