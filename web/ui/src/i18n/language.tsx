import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from './en';
import { zh, type Dictionary } from './zh';

export type Language = 'zh' | 'en';

const DICTIONARIES: Record<Language, Dictionary> = { zh, en };
const KEY = 'qingtu.language';

interface LanguageState {
  language: Language;
  t: Dictionary;
  toggle: () => void;
}

const Context = createContext<LanguageState>({ language: 'zh', t: zh, toggle: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(KEY) === 'en' ? 'en' : 'zh',
  );
  useEffect(() => {
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${DICTIONARIES[language].product} · ${DICTIONARIES[language].productLong}`;
  }, [language]);
  const state = useMemo(
    () => ({
      language,
      t: DICTIONARIES[language],
      toggle: () => setLanguage((old) => (old === 'zh' ? 'en' : 'zh')),
    }),
    [language],
  );
  return <Context value={state}>{children}</Context>;
}

export const useLanguage = () => useContext(Context);
export const useText = () => useContext(Context).t;

/** The word for a code of the server; the code itself where the dictionary does not know it. */
export function word(words: Record<string, string>, code: string | null | undefined): string {
  if (code === null || code === undefined || code === '') return '—';
  return words[code] ?? code;
}
