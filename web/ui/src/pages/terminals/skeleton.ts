import type { UnknownOfModel } from '../../api/terminalTypes';

export interface Model {
  manufacturer: string;
  model: string;
  terminals: number;
  count: number;
  unknown: UnknownOfModel[];
}

/** What is not understood, by maker and model; what comes most often first. */
export function modelsOf(rows: readonly UnknownOfModel[]): Model[] {
  const models = new Map<string, Model>();
  for (const row of rows) {
    const key = JSON.stringify([row.manufacturer, row.model]);
    const model = models.get(key) ?? { manufacturer: row.manufacturer, model: row.model, terminals: 0, count: 0, unknown: [] };
    model.terminals = Math.max(model.terminals, row.terminals);
    model.count += row.count;
    model.unknown.push(row);
    models.set(key, model);
  }
  return [...models.values()].sort((a, b) => b.count - a.count);
}

type Entry = [key: 'id' | 'type', row: UnknownOfModel];

/** A profile to start from: who it is for, and a place for the name of each thing that nobody could name. */
export function skeletonOf({ manufacturer, model, unknown }: Model): string {
  const of = (kinds: readonly string[], key: Entry[0]): Entry[] => unknown.filter(({ kind }) => kinds.includes(kind)).map((row) => [key, row]);
  const match = [manufacturer && `  manufacturer: ${JSON.stringify(manufacturer)}`, model && `  model: ${JSON.stringify(model)}`].filter(Boolean);
  const lines = [
    `name: ${JSON.stringify(nameOf(manufacturer, model))}`,
    `description: ${JSON.stringify(`${manufacturer} ${model}`.trim())}`,
    ...(match.length > 0 ? ['match:', ...match] : []),
    ...section('items', of(['ITEM', 'ITEM_LENGTH'], 'id')),
    ...section('transparent', of(['TRANSPARENT'], 'type')),
    ...section('messages', of(['MESSAGE'], 'id')),
  ];
  return `${lines.join('\n')}\n`;
}

function nameOf(manufacturer: string, model: string): string {
  const name = `${manufacturer}-${model}`.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return name || 'my-terminal';
}

function section(name: string, entries: readonly Entry[]): string[] {
  if (entries.length === 0) return [];
  return [`${name}:`, ...entries.flatMap(([key, row]) => entry(key, row))];
}

function entry(key: 'id' | 'type', { id, length, count, samples }: UnknownOfModel): string[] {
  return [
    `  - ${key}: ${id}`,
    ...(length === null ? [] : [`    length: ${length}`]),
    `    name: ${JSON.stringify(`unknown ${id}`)}`,
    `    # ${count} × ${samples[0] ?? ''}`.trimEnd(),
  ];
}
