// Random vehicles that drive round the grid, and random alerts about them.
import * as city from './mockCity.mjs';

const KINDS = ['MUCK_TRUCK', 'MUCK_TRUCK', 'MUCK_TRUCK', 'SWEEPER', 'WASH_SWEEPER', 'SPRINKLER', 'FLUSHER', 'COLLECTION_TRUCK'];
const RULES = { M01: ['违规倾倒', 4], M03: ['未密闭运输', 3], M04: ['偏离核准路线', 2], M06a: ['无证运输', 3], M08: ['超速', 2], D01: ['行驶中离线', 2], S05: ['出工不出力', 3], S02: ['作业覆盖不足', 2] };
let seed = 20260101;
const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
const pick = (list) => list[Math.floor(random() * list.length)];
const iso = (at) => new Date(at).toISOString();
const mix = (a, b, share) => a + (b - a) * share;
const HOUR = 3_600_000;

export class Fleet {
  speed = 10;
  sequence = 1000;
  alerts = new Map();
  #start = Date.now();
  #base = Date.parse('2026-11-16T21:40:00+08:00');
  #vehicles = [];

  constructor(count) {
    for (let n = 0; n < count; n++) this.#vehicles.push(this.#vehicle(n));
    for (let n = 0; n < 34; n++) this.#alert(this.now() - random() * 3 * HOUR);
  }

  now = () => this.#base + (Date.now() - this.#start) * this.speed;
  time = () => iso(this.now());

  #vehicle(n) {
    const kind = KINDS[n % KINDS.length];
    const i = Math.floor(random() * city.COLUMNS);
    const j = Math.floor(random() * city.ROWS);
    const state = random() < 0.12 ? 'OFFLINE' : random() < 0.15 ? 'STOPPED' : random() < 0.08 ? 'IDLE' : 'MOVING';
    return { plate: `示${String(10000 + n * 37)}`, kind, company: kind === 'MUCK_TRUCK' ? `示例渣土运输公司${1 + (n % 4)}` : `示例环卫作业公司${1 + (n % 2)}`, i, j, ti: i + 1, tj: j, share: random(), state, loaded: random() < 0.5, alarmUntil: 0, kmh: 25 + random() * 25 };
  }

  #step(v, seconds) {
    if (v.state !== 'MOVING') return;
    v.share += (v.kmh / 3.6 / 1100) * seconds;
    if (v.share < 1) return;
    const [di, dj] = [v.ti - v.i, v.tj - v.j];
    [v.i, v.j, v.share] = [v.ti, v.tj, 0];
    const ways = [[di, dj], [di, dj], [dj, di], [-dj, -di]].filter(([a, b]) => v.i + a >= 0 && v.i + a < city.COLUMNS && v.j + b >= 0 && v.j + b < city.ROWS);
    const [a, b] = ways.length ? pick(ways) : [-di, -dj];
    [v.ti, v.tj] = [v.i + a, v.j + b];
    if (random() < 0.1) v.loaded = !v.loaded;
  }

  #live(v) {
    const from = city.node(v.i, v.j);
    const to = city.node(v.ti, v.tj);
    const muck = v.kind === 'MUCK_TRUCK';
    const works = v.state === 'MOVING' && v.loaded ? 'ON' : 'OFF';
    return {
      plate: v.plate, kind: v.kind, company: v.company, time: iso(this.now() - (v.state === 'OFFLINE' ? 2 * HOUR : 0)),
      lon: mix(from[0], to[0], v.share), lat: mix(from[1], to[1], v.share),
      speedKmh: v.state === 'MOVING' ? v.kmh : 0,
      direction: (Math.atan2(to[0] - from[0], (to[1] - from[1]) * 1.25) * 180 / Math.PI + 360) % 360,
      state: v.alarmUntil > this.now() ? 'ALARM' : v.state, acc: v.state !== 'STOPPED' && v.state !== 'OFFLINE',
      load: muck ? (v.loaded ? 'LOADED' : 'EMPTY') : null, cover: muck ? (v.alarmUntil > this.now() ? 'OPEN' : 'CLOSED') : null,
      lift: muck ? 'DOWN' : null, weightT: muck ? (v.loaded ? 14.2 : 0.3) : null,
      brush: v.kind.includes('SWEEPER') ? works : null, pump: ['SPRINKLER', 'FLUSHER', 'WASH_SWEEPER'].includes(v.kind) ? works : null,
    };
  }

  #alert(at) {
    const rule = pick(Object.keys(RULES));
    const v = pick(this.#vehicles.filter(({ kind }) => (kind === 'MUCK_TRUCK') !== rule.startsWith('S')));
    const [ruleName, severity] = RULES[rule];
    const live = this.#live(v);
    const id = `A${++this.sequence}`;
    const grade = rule === 'M01' ? 'A' : pick(['B', 'B', 'C']);
    const alert = {
      id, rule, ruleName, ruleNameEn: `Rule ${rule}`, plate: v.plate, company: v.company, kind: v.kind, start: iso(at - 90_000), decided: iso(at), end: random() < 0.6 ? iso(at + 60_000) : null,
      lon: live.lon, lat: live.lat, grade, severity, status: 'ENDED', reason: '', placeId: '', placeName: '', permitId: 'X1', tripId: `T-${id}`, segmentIds: [], road: '示例东西4路',
      measured: rule === 'M08' ? 71.4 : 120 + Math.round(random() * 300), allowed: rule === 'M08' ? 55 : 30, unit: rule === 'M08' ? 'km/h' : 's', ruleVersion: '1.0 · 8f3c21', revision: 1,
      decision: [{ name: 'load_est = LOADED, conf ≥ 0.6', value: 'LOADED, 0.93', held: true }, { name: 'cover ≠ CLOSED', value: 'OPEN', held: true }, { name: 'speed ≥ 10 km/h', value: '41 km/h', held: true }, { name: 'outside places + 100 m', value: '1 240 m', held: true }, { name: 'camera confirms', value: '—', held: false }],
      review: null,
    };
    this.alerts.set(id, alert);
    v.alarmUntil = at + 4 * 60_000;
    return alert;
  }

  run(send) {
    setInterval(() => {
      for (const v of this.#vehicles) this.#step(v, 10);
      this.sequence += 1;
      send({ type: 'positions', sequence: this.sequence, time: this.time(), positions: this.positions().filter(({ state }) => state !== 'OFFLINE') });
    }, 1000);
    setInterval(() => send({ type: 'alert', alert: this.#alert(this.now()), sequence: this.sequence }), 9000);
  }

  positions = () => this.#vehicles.map((v) => this.#live(v));
  register = () => this.#vehicles.map(({ plate, kind, company }) => ({ plate, kind, company, ratedLoadT: 15, sensors: ['cover', 'lift'], phone: '013900000000' }));

  companies() {
    const ids = [...new Set(this.#vehicles.map(({ company }) => company))].sort();
    return ids.map((id) => {
      const own = this.#vehicles.filter(({ company }) => company === id);
      return { id, name: id, total: own.length, online: own.length, vehicles: own.map(({ plate, kind, state }) => ({ plate, kind, state })) };
    });
  }

  #points(from, to, muck) {
    const points = [];
    for (let at = from; at <= to; at += 10_000) {
      const s = (at - from) / 1000;
      const parked = s % 3600 > 2700 && s % 3600 < 3300;
      if (s % 5400 > 4000 && s % 5400 < 4500) continue;
      const way = (s / 240) % (city.COLUMNS - 1);
      const a = city.node(Math.floor(way), 3);
      const b = city.node(Math.floor(way) + 1, 3);
      const back = Math.floor(s / 240 / (city.COLUMNS - 1)) % 2;
      const share = way % 1;
      const open = s > 420 && s < 720;
      points.push({ time: iso(at), lon: mix(a[0], b[0], share), lat: mix(a[1], b[1], share) + back * 0.0001, speedKmh: parked ? 0 : 38 + 14 * Math.sin(s / 70) + 5 * random(), direction: 90, valid: true, backfill: false, acc: !parked, cover: muck ? (open ? 'OPEN' : 'CLOSED') : null, lift: muck ? (s > 900 && s < 1000 ? 'UP' : 'DOWN') : null, load: muck ? (s < 960 ? 'LOADED' : 'EMPTY') : null, weightT: muck ? (s < 940 ? 14.8 + random() * 0.3 : 0.4) : null, brush: muck ? null : s % 600 < 400 ? 'ON' : 'OFF', pump: null });
    }
    return points;
  }

  track(plate, from, to) {
    const start = Date.parse(from);
    const end = Math.min(Date.parse(to), this.now());
    const kind = this.#vehicles.find((v) => v.plate === plate)?.kind;
    const points = this.#points(start, end, kind === 'MUCK_TRUCK');
    const stops = [];
    const gaps = [];
    for (let i = 1; i < points.length; i++) {
      if (Date.parse(points[i].time) - Date.parse(points[i - 1].time) > 60_000) gaps.push({ from: points[i - 1].time, to: points[i].time });
    }
    for (let at = start + 2700_000; at + 600_000 < end; at += 3600_000) stops.push({ from: iso(at), to: iso(at + 600_000), ...city.places.features[0].geometry && { lon: 119.15, lat: 36.697 }, minutes: 10 });
    return { plate, points, stops, gaps, alerts: [...this.alerts.values()].slice(0, 3).map((alert, n) => ({ ...alert, plate, start: iso(start + (n + 1) * 1500_000), end: iso(start + (n + 1) * 1500_000 + 120_000) })) };
  }

  evidence(alert) {
    const at = Date.parse(alert.start);
    const points = this.#points(at - 600_000, at + 690_000, alert.kind === 'MUCK_TRUCK');
    const none = { type: 'FeatureCollection', features: [] };
    const permit = { id: 'X1', plate: alert.plate, siteId: 'P1', disposalIds: ['P4'], routeIds: ['R1'], validFrom: '2026-11-01', validTo: '2026-11-30', dailyFrom: '21:00', dailyTo: '05:00', enteredAt: '2026-10-28T10:12:00+08:00' };
    return { alert, points, permit, places: city.places, routes: city.routes, segments: none };
  }

  review(alert, { decision, reason, note }, user) {
    alert.review = { decision, reason, note, user, at: this.time() };
    alert.revision += 1;
    return alert;
  }

  summary() {
    const all = [...this.alerts.values()];
    const open = all.filter(({ review }) => !review).length;
    const byRule = Object.keys(RULES).map((rule) => {
      const own = all.filter((alert) => alert.rule === rule);
      return { rule, ruleName: RULES[rule][0], ruleNameEn: `Rule ${rule}`, count: own.length, open: own.filter(({ review }) => !review).length };
    });
    return { date: this.time().slice(0, 10), total: all.length, byRule, byGrade: { A: 0, B: 0, C: 0 }, byReview: { OPEN: open, CONFIRMED: all.length - open, REJECTED: 0 } };
  }

  trips(date, plate) {
    const kinds = ['OK', 'OK', 'OK', 'OK', 'WRONG_SITE', 'ELSEWHERE', 'UNEXPLAINED', 'GAP', 'OVERDUE', 'UNDER_WAY', 'PARKED_LOADED'];
    const noon = Date.parse(`${date}T00:10:00+08:00`);
    return this.#vehicles.filter((v) => v.kind === 'MUCK_TRUCK' && (!plate || v.plate.includes(plate))).map((v, n) => ({
      id: `T${n}`, plate: v.plate, company: v.company, permitId: 'X1', siteId: `P${1 + (n % 3)}`, siteName: city.places.features[n % 3].properties.name, outTime: iso(noon + n * 240_000), endKind: kinds[n % kinds.length], endPlaceId: 'P4', endPlaceName: n % 5 ? '城北消纳场' : '', endTime: iso(noon + n * 240_000 + 2_100_000),
      distanceMetres: 8000 + n * 160, adherence: 1 - (n % 9) / 20, coverOpenSeconds: (n % 5) * 30, maxSpeedKmh: 48 + (n % 20), observedShare: 1 - (n % 7) / 30, waybillId: n % 4 ? `W${n}` : '', cameraOut: ['SEEN', 'SEEN', 'NOT_SEEN', ''][n % 4] ?? '', cameraIn: n % 3 ? 'SEEN' : '', exception: n % 11 ? '' : '磅单与联单不符', waybillMatch: n % 4 ? 'MATCHED' : 'NO_WAYBILL',
    }));
  }

  notices() {
    return [...this.alerts.values()].slice(0, 4).map(({ id, rule, ruleName, ruleNameEn, plate, company, start, lon, lat }, n) => ({
      id: n + 1, alertId: Number(id), rule, ruleName, ruleNameEn, plate, company, start, lon, lat, own: n === 0, amberAt: iso(this.now() + (n - 1) * HOUR), dueAt: iso(this.now() + n * HOUR), photos: [], user: '演示值班员', at: start, note: '请核实并说明情况',
      answer: n % 2 ? '篷布破损，已更换' : '', answeredBy: n % 2 ? '调度员甲' : '', answeredAt: n % 2 ? start : null,
    }));
  }

  collectionPoints(date) {
    const hour = (hours) => iso(Math.floor(this.now() / HOUR) * HOUR + hours * HOUR);
    const nodes = city.segments.features.map(({ geometry }) => geometry.coordinates[0]).slice(0, 24);
    return { date, orders: [], points: nodes.map(([lon, lat], n) => {
      const state = ['SERVED', 'RUNNING', 'SERVED', 'MISSED', 'UPCOMING', 'SERVED', 'UNOBSERVED', 'EXEMPT'][n % 8];
      const seen = state === 'SERVED' || state === 'MISSED';
      const shift = state === 'UPCOMING' ? 3 : state === 'RUNNING' ? (n % 3) - 1 : -4;
      return { pointId: `CP${String(n + 1).padStart(2, '0')}`, lon, lat, contractor: `示例环卫作业公司${1 + (n % 2)}`, windowStart: hour(shift - 1), windowEnd: hour(shift + 1), state, plate: seen ? '示10111' : '', visitStart: seen ? hour(shift) : null, visitMetres: seen ? (state === 'MISSED' ? 64 : 0) : null, inTime: state === 'SERVED' && n % 5 > 0 };
    }) };
  }

  sweeping(date) {
    const roads = [...new Set(city.segments.features.map(({ properties }) => properties.road))].slice(0, 16);
    return { date, roads: roads.map((road, r) => {
      const own = city.segments.features.filter(({ properties }) => properties.road === road);
      const rows = own.flatMap(({ properties }, n) => ['FWD', 'REV'].flatMap((side) => ['SWEEP', 'SPRINKLE'].map((op) => {
        const coverage = Math.min(1, 0.35 + ((n * 7 + r * 5 + side.length * (side === 'FWD' ? 3 : 1)) % 10) / 10);
        const hour = (hours) => iso(Math.floor(this.now() / HOUR) * HOUR + hours * HOUR);
        if (op === 'SPRINKLE' && r % 3 && date === this.time().slice(0, 10)) {
          const begun = (n + r) % 4 > 0;
          const done = coverage >= 0.9 ? 1 : 0;
          return { requirementId: `R${r}`, segmentId: properties.id, side, op, windowStart: hour(-1), windowEnd: hour(1 + (r % 2)), required: 1, done, coverage: begun ? coverage : 0, result: 'RUNNING', first: begun ? hour(-0.5) : null, last: begun ? iso(this.now() - (n % 3) * 600_000) : null, plates: begun ? ['示10111'] : [] };
        }
        const result = (n + r) % 13 === 5 ? 'UNOBSERVED' : coverage >= 0.9 ? 'DONE' : coverage > 0.5 ? 'PARTIAL' : 'MISSED';
        return { requirementId: `Q${r}`, segmentId: properties.id, side, op, windowStart: `${date}T05:00:00+08:00`, windowEnd: `${date}T07:00:00+08:00`, required: 1, done: result === 'DONE' ? 1 : 0, coverage, result, first: `${date}T05:12:00+08:00`, last: `${date}T05:31:00+08:00`, plates: ['示10111'] };
      })));
      const judged = rows.filter(({ result }) => result !== 'RUNNING');
      const done = judged.filter(({ result }) => result === 'DONE').length;
      const undone = rows.filter((row) => row.result === 'RUNNING' && row.done < row.required).length;
      return { road, grade: own[0].properties.grade, contractor: `示例环卫作业公司${1 + (r % 2)}`, due: rows.length, worked: rows.filter((row) => row.done >= row.required).length, required: judged.length, done, undone, rate: done / judged.length, rows };
    }) };
  }
}
