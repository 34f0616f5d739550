// 05:00. One side of a main road is not swept whole; the board says how long that can still be done, the manager sends a vehicle, and the
// board shows that it was done.
import { base } from '../tools.mjs';
import { shows } from './desk.mjs';

const ROAD = '北海路';
const SPARE = '鲁GH2002';

export async function dawnSweep({ play, signedIn, api, agree, check, picture }) {
  await play('06:02');
  const page = await signedIn('huanwei1', { width: 1366, height: 768 });
  await open(page);
  const short = await lacking(page, api);
  check(short.length === 5 && short.every(({ side, coverage }) => side === 'REV' && coverage > 0.5 && coverage < 0.7), `undone are ${JSON.stringify(short)}`);
  await agree(page, 'windows that close', async () => ({ shown: await page.locator('.passes .ant-table-row', { hasText: '临近截止' }).count(), filed: 5 }));
  await shows(page, '.board-sum', '60 分钟内截止 5');
  await page.click(`[data-send-vehicle="${SPARE}"]`);
  await shows(page, '[data-orders="1"]', `已派 ${SPARE} · 07:00 前完成`);
  await picture(page, 'night-12-closing.png');
  const { commands } = await api(page, `/vehicles/${encodeURIComponent(SPARE)}/commands`);
  check(commands.some(({ kind, arguments: said }) => kind === 'TEXT' && JSON.stringify(said).includes(ROAD)), `${SPARE} is told nothing: ${JSON.stringify(commands)}`);

  await play('07:04');
  await page.reload();
  await open(page);
  check((await lacking(page, api)).length === 0, 'the road is not done at 07:00');
  await shows(page, `.board .ant-table-row:has-text("${ROAD}")`, '100%');
  await picture(page, 'night-13-done.png');
  await page.context().close();
}

async function open(page) {
  await page.goto(`${base}/#/sweeping`);
  await page.waitForSelector('.board-desk [data-map="ready"]');
  await page.locator('.board .ant-table-row', { hasText: ROAD }).first().locator('.ant-table-row-expand-icon').click();
  await page.locator('.passes .ant-table-row').first().waitFor();
}

async function lacking(page, api) {
  const { roads } = await api(page, '/sweeping?date=2026-11-10');
  return roads.filter(({ road }) => road === ROAD).flatMap(({ rows }) => rows).filter(({ done, required }) => done < required);
}
