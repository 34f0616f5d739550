// What is asked for: a sanitation manager plans a road, changes a line from tomorrow on, ends it, and puts a collection point on the map. Each
// is held against what is on file.
import { base } from './tools.mjs';

const LAPTOP = { width: 1366, height: 768 };
const REASON = '排班调整';
const DAY = 86_400_000;
const CITY = 8 * 3_600_000;

async function choose(page, label, text) {
  await page.click(`[data-plan-form] .plan-field:has-text("${label}") .ant-select`);
  await page.keyboard.type(text);
  await page.locator(`.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option:has-text("${text}")`).first().click();
}

async function save(page) {
  await page.fill('[data-plan-form] [data-field="reason"]', REASON);
  await page.click('[data-action="save"]');
  await page.waitForSelector('[data-item-card]');
  return page.getAttribute('[data-item-card]', 'data-item-card');
}

async function planARoad({ api, check, picture }, page) {
  await page.goto(`${base}/#/sweeping`);
  await page.click('.toolbar a:has-text("作业计划")');
  await page.waitForSelector('[data-plan="requirements"] [data-map="ready"]');
  const { items: before } = await api(page, '/plan/requirements');
  const { contractor } = before.find(({ columns }) => columns.op === 'SWEEP').columns;
  await page.click('[data-action="create"]');
  await page.click('[data-plan-form] .plan-field:has-text("路段") .ant-select');
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').first().click();
  await page.fill('[data-field="window_from"]', '19:00');
  await page.fill('[data-field="window_to"]', '20:30');
  await choose(page, '作业单位', contractor);
  await picture(page, 'plan-new-requirement.png');
  const id = await save(page);
  const made = await api(page, `/plan/requirements/${id}`);
  check(before.every((one) => one.id !== id) && made.columns.segment_id && made.columns.window_to === '20:30' && made.columns.contractor === contractor, `planned is ${JSON.stringify(made.columns)}`);
  return id;
}

async function changeTomorrow({ api, check, picture }, page, id) {
  await page.click('[data-action="edit"]');
  check(await page.locator('[data-plan-form] .plan-field:has-text("路段") .ant-select-disabled').isVisible(), 'whose road it is can be rewritten');
  await page.fill('[data-field="passes"]', '2');
  await save(page);
  await page.waitForSelector('.plan-versions li:has-text("第 2 版")');
  const { since, columns } = await api(page, `/plan/requirements/${id}`);
  const midnight = Date.parse(since) + CITY;
  check(columns.passes === '2' && midnight % DAY === 0 && Date.parse(since) > Date.now() - DAY, `the change counts from ${since} on`);
  await page.waitForSelector('.plan-facts > div:has-text("遍数"):has(dd:text-is("2"))');
  const { time } = await api(page, '/plan/conflicts');
  const said = await page.locator('.plan-card > header .ant-tag:has-text("起生效")').count();
  check(said === 1 || Date.parse(time) >= Date.parse(since), `at ${time} the page does not say that the change counts from ${since} on`);
  await picture(page, 'plan-requirement-changed.png');
  await page.click('[data-action="end"]');
  await page.fill('.ant-modal textarea', '道路移交');
  await page.click('.ant-modal .ant-btn-dangerous');
  await page.waitForSelector('.plan-versions li:has-text("第 3 版")');
  const { versions } = await api(page, `/plan/requirements/${id}/versions`);
  check(versions.length === 3 && versions[0].columns.valid_to !== '' && versions.at(-1).columns.passes === '1', `of it ${versions.length} versions are kept`);
}

async function placeAPoint({ api, check, picture }, page) {
  await page.goto(`${base}/#/plan/collection_points`);
  await page.waitForSelector('[data-plan="collection_points"] [data-map="ready"]');
  const { items } = await api(page, '/plan/collection_points');
  await page.click('[data-action="create"]');
  await page.waitForFunction(() => document.querySelector('.map .maplibregl-canvas').style.cursor === 'crosshair');
  const { x, y, width, height } = await page.locator('.map .maplibregl-canvas').boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForFunction(() => document.querySelector('[data-field="lon"]').value !== '');
  await page.fill('[data-field="window_from"]', '05:00');
  await page.fill('[data-field="window_to"]', '07:00');
  await choose(page, '作业单位', items[0].columns.contractor);
  await picture(page, 'plan-new-point.png');
  const id = await save(page);
  const { columns } = await api(page, `/plan/collection_points/${id}`);
  const near = items.some((one) => Math.abs(Number(one.columns.lon) - Number(columns.lon)) < 0.5 && Math.abs(Number(one.columns.lat) - Number(columns.lat)) < 0.5);
  check(near, `the point stands at ${columns.lon}, ${columns.lat}`);
}

export async function planTheWork(tools) {
  const page = await tools.signedIn('huanwei1', LAPTOP);
  const id = await planARoad(tools, page);
  await changeTomorrow(tools, page, id);
  await placeAPoint(tools, page);
  await page.goto(`${base}/#/plan/places`);
  await page.waitForSelector('[data-plan="places"] [data-map="ready"]');
  tools.check((await page.locator('[data-action="create"]').count()) === 0, 'sanitation may draw places');
  await page.context().close();
}
