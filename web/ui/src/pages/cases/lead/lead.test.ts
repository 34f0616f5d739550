import { describe, expect, it } from 'vitest';
import { eventOf, fieldOf, lacking, toldIn, type Lead } from './lead';

const NOW = Date.UTC(2026, 10, 16, 1);
const lead = (changes: Partial<Lead> = {}): Lead => ({ kind: 'hotline', type: 'SPILL', spot: { lon: 119.1, lat: 36.7 }, time: NOW, text: '东风街有泥土', plate: '', ...changes });

describe('a lead', () => {
  it('lacks what is not said, each by its field', () => {
    expect(lacking(lead(), NOW)).toEqual([]);
    expect(lacking(lead({ type: null, spot: null, text: ' ', time: NOW + 1 }), NOW)).toEqual(['type', 'spot', 'time', 'text']);
    expect(lacking(lead({ time: Number.NaN }), NOW)).toEqual(['time']);
  });

  it('becomes an event under its own id, with its place and the whole text', () => {
    const text = ` 东风街\n有泥土 ${'很长'.repeat(100)} `;
    const event = eventOf(lead({ text, plate: '鲁G00001' }), 'lead-1');
    expect(event).toMatchObject({ sourceId: 'lead-1', type: 'SPILL', plate: '鲁G00001', time: '2026-11-16T01:00:00.000Z', lon: 119.1, lat: 36.7, datum: 'WGS84', payload: { kind: 'hotline', text: text.trim() } });
    expect(event.title.startsWith('东风街 有泥土 很长')).toBe(true);
    expect(event.title).toHaveLength(60);
  });

  it('is told which field the server refuses', () => {
    expect(fieldOf('time: lies in the future')).toBe('time');
    expect(fieldOf('title: is missing')).toBe('text');
    expect(fieldOf('lat: is not from -90 to 90')).toBe('spot');
    expect(fieldOf('sourceId: is missing')).toBeNull();
    expect(fieldOf('the database does not answer')).toBeNull();
  });

  it('is read from its case again, and nothing else is', () => {
    expect(toldIn('{"kind":"patrol","text":"井盖破损"}')).toEqual({ kind: 'patrol', text: '井盖破损' });
    for (const payload of ['{}', '{"kind":"camera","text":"x"}', '{"kind":"patrol","text":7}', '{"rule":"M01"}']) expect(toldIn(payload)).toBeNull();
  });
});
