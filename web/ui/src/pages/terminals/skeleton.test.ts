import { describe, expect, it } from 'vitest';
import type { UnknownOfModel } from '../../api/terminalTypes';
import { modelsOf, skeletonOf } from './skeleton';

function row(changes: Partial<UnknownOfModel>): UnknownOfModel {
  return { manufacturer: '70111', model: 'BSJ-A6', kind: 'ITEM', id: '0x57', length: 8, detail: '', count: 5, terminals: 1, first: '', last: '', samples: ['0001'], ...changes };
}

describe('what is not understood', () => {
  it('is gathered by maker and model, the most frequent first', () => {
    const models = modelsOf([row({}), row({ model: 'B', count: 9 }), row({ kind: 'MESSAGE', id: '0x0f01', length: null, count: 3, terminals: 4 })]);
    expect(models.map(({ model, count, terminals, unknown }) => [model, count, terminals, unknown.length])).toEqual([['B', 9, 1, 1], ['BSJ-A6', 8, 4, 2]]);
  });
});

describe('the skeleton of a profile', () => {
  it('names the terminals and each thing that has no name', () => {
    const rows = [row({}), row({ kind: 'TRANSPARENT', id: '0xf0', length: null, samples: [] }), row({ kind: 'MESSAGE', id: '0x0f01', length: null }), row({ kind: 'MALFORMED', id: '0x0200' })];
    expect(skeletonOf(modelsOf(rows)[0])).toBe(
      [
        'name: "70111-bsj-a6"', 'description: "70111 BSJ-A6"', 'match:', '  manufacturer: "70111"', '  model: "BSJ-A6"',
        'items:', '  - id: 0x57', '    length: 8', '    name: "unknown 0x57"', '    # 5 × 0001',
        'transparent:', '  - type: 0xf0', '    name: "unknown 0xf0"', '    # 5 ×',
        'messages:', '  - id: 0x0f01', '    name: "unknown 0x0f01"', '    # 5 × 0001', '',
      ].join('\n'),
    );
  });

  it('leaves out whom it is for where the terminal has not said', () => {
    expect(skeletonOf(modelsOf([row({ manufacturer: '', model: '' })])[0])).toMatch(/^name: "my-terminal"\ndescription: ""\nitems:/);
  });

  it('quotes what a terminal calls itself', () => {
    expect(skeletonOf(modelsOf([row({ model: 'A"#: 6' })])[0])).toContain('  model: "A\\"#: 6"');
  });
});
