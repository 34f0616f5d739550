import type { CaseFilter, CaseType, Stage } from '../../../api/caseTypes';

/** What somebody looks for, as the fields of the form have it: what is empty does not matter. Days are of the city, both included. */
export interface CaseSearch {
  words: string;
  number: string;
  plate: string;
  company: string;
  type: CaseType | '';
  stage: Stage | '';
  from: string;
  to: string;
}

export const NOTHING: CaseSearch = { words: '', number: '', plate: '', company: '', type: '', stage: '', from: '', to: '' };

const FIELDS = Object.keys(NOTHING) as (keyof CaseSearch)[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00+08:00`));

/** What an address asks for; what it has of fields that cannot be right is left out. */
export function searchOf(query: URLSearchParams, types: readonly string[], stages: readonly string[]): CaseSearch {
  const search = { ...NOTHING };
  for (const field of FIELDS) Object.assign(search, { [field]: (query.get(field) ?? '').trim() });
  if (!types.includes(search.type)) search.type = '';
  if (!stages.includes(search.stage)) search.stage = '';
  if (!/^\d{1,15}$/.test(search.number)) search.number = '';
  if (!isDay(search.from)) search.from = '';
  if (!isDay(search.to)) search.to = '';
  return search;
}

/** The query of its address. */
export function queryOf(search: CaseSearch): Record<string, string> {
  return Object.fromEntries(FIELDS.map((field) => [field, search[field].trim()]).filter(([, text]) => text !== ''));
}

/** As the server is asked: the last day is meant whole. */
export function filterOf(search: CaseSearch): CaseFilter {
  const { words, number, plate, company, type, stage, from, to } = search;
  return {
    words: words || undefined,
    number: number || undefined,
    plate: plate || undefined,
    company: company || undefined,
    type: type || undefined,
    stage: stage || undefined,
    from: from ? `${from}T00:00:00+08:00` : undefined,
    to: to ? new Date(Date.parse(`${to}T00:00:00+08:00`) + 86_400_000).toISOString() : undefined,
  };
}

/** The digits of what somebody has written or pasted: 案件 17, #17, No. 17. */
export const numberIn = (text: string): string => text.replace(/\D/g, '').slice(0, 15);

export const isEmpty = (search: CaseSearch): boolean => FIELDS.every((field) => search[field] === '');
