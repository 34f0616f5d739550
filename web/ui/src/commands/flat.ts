/** The fields of a decoded message by their paths: `location.items[0].id`. Lists of plain values stay whole. */
export function flat(value: unknown, path = ''): [string, string][] {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null)) return [[path, value.join(', ') || '—']];
    return value.flatMap((item, index) => flat(item, `${path}[${index}]`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, child]) => flat(child, path ? `${path}.${name}` : name));
  }
  // Ids of messages are known by their hexadecimal form.
  if (typeof value === 'number' && /messageId$/i.test(path)) return [[path, `0x${value.toString(16).padStart(4, '0')}`]];
  return [[path, value === null || value === '' ? '—' : String(value)]];
}
