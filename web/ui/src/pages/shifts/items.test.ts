import { expect, it } from 'vitest';
import { itemsOf } from './items';

it('takes a line for an item, and none that is blank or there already', () => {
  expect(itemsOf(' call Haul \n\n case 7\ncall Haul\n  ')).toEqual(['call Haul', 'case 7']);
  expect(itemsOf(' \n')).toEqual([]);
});
