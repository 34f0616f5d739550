/** What a source said of itself: its own words first, and its other fields as they came. */
export interface Told {
  text: string;
  fields: [name: string, value: string][];
}

/** The names under which sources send what somebody has said. */
const WORDS = ['text', 'description', 'content'];

/** @param payload a JSON object; of anything else nothing is told */
export function toldOf(payload: string): Told {
  const said: unknown = JSON.parse(payload);
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return { text: '', fields: [] };
  const entries = Object.entries(said).filter(([, value]) => value !== null && value !== '');
  const words = entries.find(([name, value]) => WORDS.includes(name) && typeof value === 'string');
  return {
    text: words ? String(words[1]) : '',
    fields: entries.filter((entry) => entry !== words).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  };
}
