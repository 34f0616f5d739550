// A made-up grid of streets and places.
export const CENTER = [119.16, 36.71];
export const BOUNDS = [119.085, 36.665, 119.235, 36.755];
const [west, south, east, north] = BOUNDS;
const STEP_LON = 0.0125;
const STEP_LAT = 0.01;
const GRADES = ['DEMO', '2', '1', '3', '2', 'LANE', '1', '3', '2', 'LANE', '1', '3', '2'];
const wobble = (a, b) => 0.0009 * Math.sin(a * 900 + b * 700);

const line = (id, road, grade, coordinates) => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates },
  properties: { id, road, grade, sides: 'FWD;REV', speed_limit_kmh: { DEMO: 60, 1: 50, 2: 40, 3: 40, LANE: 30 }[grade], tunnel: id === 'E3-4' },
});

const at = (i, j) => {
  const lon = west + 0.002 + i * STEP_LON;
  const lat = south + 0.002 + j * STEP_LAT;
  return [lon + wobble(lat, i), lat + wobble(lon, j)];
};
export const COLUMNS = Math.floor((east - west) / STEP_LON) + 1;
export const ROWS = Math.floor((north - south) / STEP_LAT);
export const node = (i, j) => at(Math.max(0, Math.min(COLUMNS - 1, i)), Math.max(0, Math.min(ROWS - 1, j)));

const features = [];
for (let j = 0; j < ROWS; j++) {
  for (let i = 0; i < COLUMNS - 1; i++) features.push(line(`E${j}-${i}`, `示例东西${j + 1}路`, GRADES[j % GRADES.length], [at(i, j), at(i + 1, j)]));
}
for (let i = 0; i < COLUMNS; i++) {
  for (let j = 0; j < ROWS - 1; j++) features.push(line(`N${i}-${j}`, `示例南北${i + 1}街`, GRADES[(i + 3) % GRADES.length], [at(i, j), at(i, j + 1)]));
}
export const segments = { type: 'FeatureCollection', features };

const box = (id, name, kind, lon, lat, w, h) => ({
  type: 'Feature',
  geometry: { type: 'Polygon', coordinates: [[[lon, lat], [lon + w, lat], [lon + w, lat + h], [lon, lat + h], [lon, lat]]] },
  properties: { id, name, kind },
});
export const places = {
  type: 'FeatureCollection',
  features: [
    box('P1', '示例一号工地', 'SITE', 119.118, 36.6915, 0.004, 0.003),
    box('P2', '示例二号工地', 'SITE', 119.181, 36.7215, 0.0045, 0.003),
    box('P3', '示例三号工地', 'SITE', 119.143, 36.736, 0.004, 0.003),
    box('P4', '城北消纳场', 'DISPOSAL', 119.206, 36.7415, 0.008, 0.006),
    box('P5', '城南消纳场', 'DISPOSAL', 119.093, 36.6685, 0.007, 0.005),
    box('P6', '环卫停车场', 'DEPOT', 119.168, 36.6815, 0.003, 0.0022),
    box('P7', '加水点甲', 'WATER_FILL', 119.156, 36.7085, 0.0012, 0.0012),
    box('Z1', '核心区禁行', 'ZONE_NO_ENTRY', 119.148, 36.7005, 0.022, 0.0185),
  ],
};
const ring = [[2, 3], [2, 1], [6, 1], [9, 1], [9, 4], [9, 7]].map(([i, j]) => node(i, j));
const second = [[8, 6], [11, 6], [11, 8]].map(([i, j]) => node(i, j));
export const routes = {
  type: 'FeatureCollection',
  features: [ring, second].map((coordinates, i) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { id: `R${i + 1}`, corridor_m: 50 } })),
};
