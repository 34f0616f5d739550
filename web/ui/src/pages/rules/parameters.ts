import type { Catalogue, Parameter } from '../../api/ruleTypes';

/** What stands in the column of trial values, by parameter; an empty text is none. */
export type Tried = Readonly<Record<string, number>>;

const RULE_CODES = /^((?:[A-Z]{1,3}-?\d*[a-z]?(?:,\s*)?)+)\s/;

/** The rules that a meaning begins with, as "M01, M03": the catalogue writes them first. */
export function readers(parameter: Parameter): string {
  return RULE_CODES.exec(parameter.meaning)?.[1].trim() ?? '';
}

/** Those whose name, meaning or rules hold the words, or which are tried. */
export function find(parameters: readonly Parameter[], words: string, meaning: (one: Parameter) => string): Parameter[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [...parameters];
  return parameters.filter((one) => [one.name, one.meaning, meaning(one)].some((text) => text.toLowerCase().includes(wanted)));
}

/** The parameters as they are for one fleet, or for the city where no company is named. */
export function parametersOf({ parameters, fleets }: Catalogue, company: string): Parameter[] {
  const own = fleets.find((fleet) => fleet.company === company)?.values ?? {};
  return parameters.map((one) => ({ ...one, value: own[one.name] ?? one.value }));
}

/** The trial values with one more, or one less where the value is that in force or none. */
export function withValue(tried: Tried, parameter: Parameter, value: number | null): Tried {
  const { [parameter.name]: _, ...others } = tried;
  return value === null || value === parameter.value ? others : { ...others, [parameter.name]: value };
}
