/** What is left to do, a line each; blank lines are none, nor is the same twice. */
export function itemsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
