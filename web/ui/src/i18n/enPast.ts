import type { PastWords } from './zh';

/** The English words of the page about the past. */
export const enPast: PastWords = {
  past: {
    tabs: { area: 'Who was here', fleet: 'Fleet at a moment' },
    period: 'Period',
    draw: 'Draw a box',
    drawing: 'Click one corner, then the opposite one',
    view: 'Take the view',
    ask: 'Ask',
    polygon: 'Draw a polygon',
    drawingPolygon: 'Click the corners; click here to give up',
    choose: 'Draw the area on the map',
    chooseHint: 'Draw a box or a polygon, or take what the map shows; then choose the period',
    count: (n) => `${n} vehicles were there`,
    none: 'No vehicle was there in this time',
    noneHint: 'Widen the area or the period. No fix does not mean that nobody passed',
    dwell: (text) => `${text} in all`,
    visit: (from, to, text) => `in ${from} · out ${to} · ${text}`,
    playback: 'Track',
    at: 'Moment',
    slider: 'Moment of this day',
    fleet: (n, moving) => `${n} vehicles heard · ${moving} moving`,
    fleetNone: 'No vehicle was heard in the 24 hours before',
    fleetHint: 'Choose another day or moment',
    heard: (time) => `last heard ${time}`,
  },
};
