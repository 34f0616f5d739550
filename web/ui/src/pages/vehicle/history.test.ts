import { describe, expect, it } from 'vitest';
import type { DeviceEvent } from '../../api/vehicleTypes';
import { someone } from '../../common/testUser';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { told, wayTo } from './history';

const PLAIN = { key: 'k', id: '7', at: '2026-11-18T12:00:00+08:00', since: null, until: null, reason: '', ruleName: null, ruleNameEn: null, phone: '139', by: '' };
const fault = (reason: string): DeviceEvent => ({
  ...PLAIN,
  kind: 'FINDING',
  what: 'D08',
  state: 'ENDED',
  since: '2026-11-18T09:30:00+08:00',
  reason,
  ruleName: '传感器故障',
  ruleNameEn: 'Sensor fault',
});

describe('the past of a device', () => {
  it('tells of a command who asked for it and what came of it', () => {
    expect(told({ ...PLAIN, kind: 'COMMAND', what: 'LOCATE', state: 'ANSWERED', by: 'jian' }, zh, 'zh')).toEqual({ title: '点名', detail: 'jian', state: '已应答' });
    expect(told({ ...PLAIN, kind: 'COMMAND', what: 'LOCATE', state: 'EXPIRED' }, zh, 'zh').detail).toBe('系统');
  });

  it('tells of a fault what it was, since when and how long it lasted', () => {
    expect(told(fault('cover_stuck'), zh, 'zh')).toEqual({ title: '多趟装卸厢盖信号不变', detail: 'D08 · 自 11-18 09:30 · 历时 2 小时 30 分', state: '已结束' });
    expect(told(fault(''), en, 'en').title).toBe('Sensor fault');
    expect(told(fault('of_a_newer_rule'), zh, 'zh').title).toBe('传感器故障');
  });

  it('tells of an installation and of a terminal which one', () => {
    expect(told({ ...PLAIN, kind: 'INSTALLATION', what: 'SWAP', state: 'IN_USE', by: '安装员' }, zh, 'zh')).toEqual({ title: '换机', detail: '139 · 安装员', state: '在用' });
    expect(told({ ...PLAIN, kind: 'BINDING', what: 'standard', state: 'DISABLED' }, zh, 'zh')).toEqual({ title: '终端上线注册 · standard', detail: '139', state: '停用' });
  });

  it('leads those there who may go', () => {
    const supervisor = someone('SUPERVISOR', ['TERMINALS']);
    const company = someone('DISPATCHER', [], '甲公司');
    expect(wayTo({ kind: 'INSTALLATION', id: '7' }, supervisor)).toBe('#/devices/7');
    expect(wayTo({ kind: 'INSTALLATION', id: '7' }, company)).toBeNull();
    expect(wayTo({ kind: 'FINDING', id: '7' }, company)).toBe('#/review/7');
    expect(wayTo({ kind: 'COMMAND', id: '7' }, supervisor)).toBeNull();
  });
});
