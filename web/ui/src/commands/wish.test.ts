import { describe, expect, it } from 'vitest';
import type { Command } from '../api/terminalTypes';
import { withCommand } from './useCommands';
import { INITIAL, argumentsOf, gbkBytes } from './wish';

describe('a command of a form', () => {
  it('carries what its kind takes and nothing else', () => {
    const form = { ...INITIAL, text: '前方积水', intervalSeconds: 0, names: ['MAX_SPEED'] };
    expect(argumentsOf('LOCATE', form)).toEqual({});
    expect(argumentsOf('TEXT', form)).toEqual({ text: '前方积水', urgent: false, display: true, speak: true, advertisingScreen: false });
    expect(argumentsOf('TRACK', form)).toEqual({ intervalSeconds: 0, durationSeconds: 600 });
    expect(argumentsOf('SNAPSHOT', INITIAL)).toEqual({ channel: 1, count: 1, resolution: 'R640X480', quality: 5 });
    expect(argumentsOf('READ_PARAMETERS', form)).toEqual({ names: ['MAX_SPEED'] });
    expect(argumentsOf('READ_PARAMETERS', { ...form, names: [] })).toEqual({});
  });

  it('deletes all areas only where none is named', () => {
    expect(argumentsOf('DELETE_AREA', { ...INITIAL, ids: ['P1'] })).toEqual({ ids: ['P1'] });
    expect(argumentsOf('DELETE_ROUTE', INITIAL)).toEqual({ all: true });
  });

  it('writes numbers as numbers and texts as texts', () => {
    const parameters = [{ name: 'MAX_SPEED', value: '60' }, { name: 'PLATFORM_PHONE', value: '05360000' }];
    expect(argumentsOf('WRITE_PARAMETERS', { ...INITIAL, parameters })).toEqual({ parameters: [{ name: 'MAX_SPEED', value: 60 }, { name: 'PLATFORM_PHONE', value: '05360000' }] });
  });

  it('knows how many bytes a text takes', () => {
    expect(gbkBytes('OK')).toBe(2);
    expect(gbkBytes('限速 40')).toBe(7);
    expect(gbkBytes('𠀀')).toBe(4);
  });
});

describe('the list of commands', () => {
  const command = (id: string, state: Command['state']) => ({ id, state }) as Command;

  it('is led by the newest and holds each once, as last told', () => {
    const rows = withCommand(withCommand([command('9', 'SENT')], command('10', 'QUEUED')), command('9', 'ANSWERED'));
    expect(rows.map(({ id, state }) => `${id} ${state}`)).toEqual(['10 QUEUED', '9 ANSWERED']);
  });
});
