import words from '../../../src/main/resources/words/conditions.json';

type Words = readonly (readonly [RegExp, string])[];

const read = (lines: string[][], flags: string): Words => lines.map(([pattern, chinese]) => [new RegExp(pattern, flags), chinese]);

/**
 * Conditions of the rules in Chinese; the rules themselves name them in English. The printed sheet of an event reads the same
 * file, and a test holds it against the rules.
 */
export const zhConditions = read(words.names, '');

/** What was found by them. */
export const zhConditionValues = read(words.values, 'g');
