// What is permitted where: a place, a route and a banned zone are drawn on the map, by pointer and by keys; files are imported, with
// their datum asked, their rows shown beforehand and what is nonsense refused by row; two people change one place; and whoever was in
// a drawn area is found. Each is held against what is on file.
import { base } from './tools.mjs';

const LAPTOP = { width: 1366, height: 768 };
const REASON = '现场核定';
/** Ids that a file brings are its own: what an earlier walk has filed in the same database stays. */
const OWN = 'E2E-';
/** As shares of the map: a rectangle of twice its height. */
const CORNERS = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6]];

const items = async ({ api }, page, layer) => (await api(page, `/plan/${layer}`)).items;
const itemOf = async (tools, page, layer, id) => (await items(tools, page, layer)).find((one) => one.id === id);

async function openPlan({ check }, page, tab) {
  await page.goto(`${base}/#/plan/${tab}`);
  await page.waitForSelector(`[data-plan="${tab}"] [data-map="ready"]`);
  check((await page.locator('.map [data-map-error]').count()) === 0, 'the map of the plan fails');
}

/** Clicks on the map, at shares of its width and height. */
async function clickMap(page, places) {
  // the map takes clicks as corners from when the pointer says so
  await page.waitForFunction(() => document.querySelector('.map .maplibregl-canvas').style.cursor === 'crosshair');
  const { x, y, width, height } = await page.locator('.map .maplibregl-canvas').boundingBox();
  for (const [right, down] of places) await page.mouse.click(x + width * right, y + height * down);
  return { width, height };
}

async function save(page, layer) {
  await page.fill('[data-plan-form] [data-field="reason"]', REASON);
  await page.click('[data-action="save"]');
  await page.waitForSelector('[data-item-card]');
  await page.waitForSelector(`[data-plan="${layer}"]`);
  return page.getAttribute('[data-item-card]', 'data-item-card');
}

async function chooseKind(page, name) {
  await page.click('[data-plan-form] .plan-field:has-text("类型") .ant-select');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** A rectangle on the screen is one on the ground, and every corner is where it was clicked. */
async function drawPlace(tools, page) {
  const { check, picture } = tools;
  await openPlan(tools, page, 'places');
  await page.click('[data-action="create"]');
  const { width, height } = await clickMap(page, CORNERS);
  await page.waitForSelector('[data-points="4"]');
  check(/面积/.test(await page.textContent('[data-measure]')), 'the place that is drawn has no area');
  await page.click('[data-action="undo"]');
  await page.waitForSelector('[data-points="3"]');
  await clickMap(page, CORNERS.slice(3));
  await page.waitForSelector('[data-points="4"]');
  check(await page.locator('[data-action="save"]').isDisabled(), 'a place is filed without a reason');
  await page.fill('[data-field="name"]', '示例新工地');
  await picture(page, 'plan-drawing.png');
  const id = await save(page, 'places');
  const { geometry, columns } = await itemOf(tools, page, 'places', id);
  const [ring] = geometry.coordinates;
  check(columns.name === '示例新工地' && columns.kind === 'SITE' && ring.length === 5, `place ${id} is filed as ${JSON.stringify({ columns, ring })}`);
  const [lngs, lats] = [0, 1].map((axis) => ring.map((point) => point[axis]));
  const span = (values) => Math.max(...values) - Math.min(...values);
  const aspect = (span(lngs) * Math.cos((lats[0] * Math.PI) / 180)) / span(lats);
  check(Math.abs(aspect / (width / height) - 1) < 0.02, `place ${id} is ${aspect} times as wide as high, drawn was ${width / height}`);
  return id;
}

/** Without a mouse: the map's keys move the chosen corner, and nothing else of the shape. */
async function moveByKeys(tools, page, id) {
  const before = (await itemOf(tools, page, 'places', id)).geometry.coordinates[0];
  await page.click('[data-action="edit"]');
  await page.waitForSelector('[data-points="4"]');
  await page.focus('.map .maplibregl-canvas');
  await page.keyboard.press('n');
  await page.keyboard.press('Alt+ArrowRight');
  await save(page, 'places');
  const after = (await itemOf(tools, page, 'places', id)).geometry.coordinates[0];
  const moved = before.slice(0, 4).filter((old) => !after.slice(0, 4).some(([lng, lat]) => Math.abs(lng - old[0]) < 1e-7 && Math.abs(lat - old[1]) < 1e-7));
  tools.check(moved.length === 1, `${moved.length} corners of place ${id} were moved by the keys, not one`);
}

async function drawRoute(tools, page) {
  await openPlan(tools, page, 'routes');
  await page.click('[data-action="create"]');
  await clickMap(page, [[0.3, 0.5], [0.5, 0.5], [0.5, 0.7]]);
  await page.waitForSelector('[data-points="3"]');
  const id = await save(page, 'routes');
  const { geometry } = await itemOf(tools, page, 'routes', id);
  tools.check(geometry.type === 'LineString' && geometry.coordinates.length === 3, `route ${id} is filed as ${JSON.stringify(geometry)}`);
}

async function drawZone(tools, page) {
  const { check, picture } = tools;
  await openPlan(tools, page, 'places');
  await page.click('[data-action="create"]');
  await clickMap(page, [[0.7, 0.7], [0.9, 0.9], [0.9, 0.7], [0.7, 0.9]]);
  await page.waitForSelector('[data-plan-form] .bad');
  check(await page.locator('[data-action="save"]').isDisabled(), 'a zone whose border crosses itself is filed');
  for (const left of [3, 2, 1]) {
    await page.click('[data-action="undo"]');
    await page.waitForSelector(`[data-points="${left}"]`);
  }
  await clickMap(page, [[0.9, 0.7], [0.9, 0.9]]);
  await page.waitForSelector('[data-points="3"]');
  await page.waitForFunction(() => document.querySelector('[data-plan-form] .bad') === null);
  await chooseKind(page, '限时禁行区');
  await page.fill('[data-field="name"]', '示例夜间禁行区');
  await page.fill('[data-field="hours"]', '22:00-05:00');
  await picture(page, 'plan-zone.png');
  const id = await save(page, 'places');
  const { columns } = await itemOf(tools, page, 'places', id);
  check(columns.kind.startsWith('ZONE') && columns.hours.includes('22:00'), `zone ${id} is filed as ${JSON.stringify(columns)}`);
}

/** Opens the dialog with a file; where its places are in degrees, says by which datum. */
async function preview(page, layer, { name, mimeType, buffer }, datum) {
  await page.click('[data-action="import"]');
  await page.setInputFiles('.ant-modal input[type="file"]', { name, mimeType, buffer });
  if (datum) {
    await page.waitForSelector('.ant-modal .ant-alert-info');
    await page.locator('.ant-modal .ant-radio-wrapper', { hasText: datum }).click();
  }
  await page.waitForSelector('[data-import="shown"]');
}

async function apply(page) {
  await page.fill('[data-import-reason]', REASON);
  await page.click('.ant-modal-footer .ant-btn-primary');
  await page.locator('.ant-modal').waitFor({ state: 'detached' });
}

const feature = (id, kind, ring) => ({ type: 'Feature', properties: { id, name: `示例导入${id}`, kind }, geometry: { type: 'Polygon', coordinates: [ring] } });
const square = ([lng, lat], half = 0.001) => [[lng - half, lat - half], [lng + half, lat - half], [lng + half, lat + half], [lng - half, lat + half], [lng - half, lat - half]];

/** A file of another datum: its rows are moved to where they are, what is nonsense is refused by row and reason and leaves the others be. */
async function importPlaces(tools, page, near, own) {
  const { check, picture } = tools;
  await openPlan(tools, page, 'places');
  const features = [feature(`${own}-1`, 'SITE', square(near)), feature(`${own}-2`, 'NONSENSE', square(near)), feature(`${own}-3`, 'SITE', square([near[1], near[0]]))];
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  await preview(page, 'places', { name: 'places.geojson', mimeType: 'application/geo+json', buffer }, 'GCJ-02');
  const refused = await page.locator('.ant-modal .ant-table-row').allTextContents();
  check(refused.length === 2 && refused[0].includes('第 2 个要素') && refused[0].includes('不认识') && refused[1].includes('不是经度、纬度'), `refused are ${refused}`);
  await page.fill('[data-import-reason]', REASON);
  check(await page.locator('.ant-modal-footer .ant-btn-primary').isDisabled(), 'a file with refused rows is filed without a word');
  await picture(page, 'plan-import.png');
  await page.click('[data-import-skip]');
  await apply(page);
  const made = await itemOf(tools, page, 'places', `${own}-1`);
  const [lng, lat] = made.geometry.coordinates[0][0];
  const [east, north] = [near[0] - 0.001 - lng, near[1] - 0.001 - lat];
  const metres = Math.hypot(east * Math.cos((lat * Math.PI) / 180), north) * 111_320;
  check(metres > 200 && metres < 800, `a place in GCJ-02 is filed ${metres} m from its text`);
  check((await itemOf(tools, page, 'places', `${own}-2`)) === undefined, 'a refused row is on file');
}

/** What was exported is the same when it is imported again, and nothing is filed for it. */
async function importBack(tools, page) {
  await openPlan(tools, page, 'places');
  const answer = await page.request.get(`${base}/api/v1/plan/exports/places?format=XLSX`);
  tools.check(answer.ok(), `the export of places answered ${answer.status()}`);
  await preview(page, 'places', { name: 'places.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await answer.body() }, 'WGS-84');
  await page.waitForSelector('.ant-modal .ant-alert-warning');
  const fates = await page.locator('.ant-modal .ant-segmented-item-label').allTextContents();
  const shown = (fate) => Number(fates.find((text) => text.startsWith(fate)).match(/\d+/)[0]);
  const filed = (await items(tools, page, 'places')).length;
  tools.check(shown('相同') === filed && shown('有误') === 0 && shown('变更') === 0, `of ${filed} places the own export says ${fates}`);
  await page.keyboard.press('Escape');
  await page.locator('.ant-modal').waitFor({ state: 'detached' });
}

/** Permits as a table: the row of an unknown vehicle is refused; the one without a route is filed, and listed as something to be mended. */
async function importPermits(tools, page, own) {
  const { check, picture } = tools;
  await openPlan(tools, page, 'permits');
  const { columns } = (await items(tools, page, 'permits')).find(({ id }) => !id.startsWith(OWN));
  const [good, unknown] = [`${own}-PM1`, `${own}-PM2`];
  const names = ['permit_id', 'plate', 'site_id', 'disposal_ids', 'route_ids', 'valid_from', 'valid_to', 'daily_from', 'daily_to', 'approved_m3'];
  const rows = [
    { ...columns, permit_id: good, route_ids: '', valid_from: columns.valid_to, valid_to: '2031-01-01T00:00:00+08:00' },
    { ...columns, permit_id: unknown, plate: '示ZZZZZZ' },
  ];
  const csv = [names.join(','), ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join('\n');
  await preview(page, 'permits', { name: 'permits.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }, null);
  const refused = await page.locator('.ant-modal .ant-table-row').allTextContents();
  check(refused.length === 1 && refused[0].includes('示ZZZZZZ'), `refused are ${refused}`);
  await page.click('[data-import-skip]');
  await apply(page);
  const made = await itemOf(tools, page, 'permits', good);
  check(made?.columns.plate === columns.plate, 'the permit of the table is not on file');
  await openPlan(tools, page, 'conflicts');
  await page.locator('[data-conflict="NO_ROUTE"]', { hasText: good }).click();
  await page.waitForSelector(`[data-item-card="${good}"]`);
  await picture(page, 'plan-conflict.png');
}

/** Two have the same place open: the second is told that it was changed, and nothing of the first is lost. */
async function twoEditors(tools, page, id) {
  const { signedIn, api, check, picture } = tools;
  const other = await signedIn('jianguan2', LAPTOP);
  for (const one of [page, other]) {
    await openPlan(tools, one, 'places');
    await one.goto(`${base}/#/plan/places?id=${id}`);
    await one.waitForSelector(`[data-item-card="${id}"]`);
    await one.click('[data-action="edit"]');
    await one.waitForSelector('[data-plan-form]');
  }
  await other.fill('[data-field="name"]', '先改的名称');
  await save(other, 'places');
  await page.fill('[data-field="name"]', '后改的名称');
  await page.fill('[data-plan-form] [data-field="reason"]', REASON);
  await page.click('[data-action="save"]');
  await page.waitForSelector('[data-problem]');
  await picture(page, 'plan-stale.png');
  check((await itemOf(tools, page, 'places', id)).columns.name === '先改的名称', 'the second of two editors has overwritten the first');
  await page.click('[data-action="latest"]');
  await page.locator('[data-theirs="1"]', { hasText: '先改的名称' }).waitFor();
  await picture(page, 'plan-theirs.png');
  await page.click('[data-action="save"]');
  await page.waitForSelector('[data-item-card]');
  const { versions } = await api(page, `/plan/places/${id}/versions`);
  const names = versions.map(({ columns }) => columns.name);
  check(names.includes('先改的名称') && (await itemOf(tools, page, 'places', id)).columns.name === '后改的名称', `after both have saved the names of ${id} are ${names}`);
  await other.context().close();
}

/** 区域查车 by a polygon: all of the city finds many, an empty corner nobody. */
export async function whoWasThere(tools, page) {
  const { check, picture } = tools;
  const ask = async (places) => {
    await page.goto(`${base}/#/live`);
    await page.waitForSelector('.live-desk'); // else the page before may still stand, with what was drawn on it
    await page.goto(`${base}/#/past`);
    await page.waitForSelector('[data-past] [data-map="ready"]');
    await page.click('[data-action="polygon"]');
    await clickMap(page, places);
    const [answer] = await Promise.all([page.waitForResponse((one) => one.url().includes('/past/') && one.url().includes('polygon')), page.click('[data-action="ask"]')]);
    await page.waitForSelector('[data-past="answered"]');
    return answer.json();
  };
  const all = await ask([[0.05, 0.05], [0.95, 0.05], [0.95, 0.95], [0.05, 0.95]]);
  const shown = Number(await page.getAttribute('[data-visitors]', 'data-visitors'));
  check(all.total > 0 && shown === all.total, `in the whole city the page shows ${shown} of ${all.total} vehicles`);
  await picture(page, 'past-polygon.png');
  const none = await ask([[0.01, 0.88], [0.05, 0.88], [0.05, 0.97]]);
  check(none.total === 0 && (await page.locator('[data-visitors]').count()) === 0, `in an empty corner were ${none.total} vehicles`);
}

export async function keepThePlan(tools) {
  const page = await tools.signedIn('jianguan1', LAPTOP);
  const place = await drawPlace(tools, page);
  await moveByKeys(tools, page, place);
  await drawRoute(tools, page);
  await drawZone(tools, page);
  const near = (await itemOf(tools, page, 'places', place)).geometry.coordinates[0][0];
  const own = OWN + Date.now().toString(36).toUpperCase();
  await importPlaces(tools, page, near, own);
  await importBack(tools, page);
  await importPermits(tools, page, own);
  await twoEditors(tools, page, place);
  await whoWasThere(tools, page);
  await page.context().close();
  return place;
}
