// 21:00. A truck leaves its site loaded, seen by the gate's camera, its waybill scanned. Water closes an underpass on its way, it drives
// round that, and nobody is alarmed; the ground accepts the load.
import { base } from '../tools.mjs';
import { alertOf, capture, keyOf, post, shows } from './desk.mjs';

const TRUCK = '鲁GZ1009';
const WAYBILL = 'W-1009-1';
const PHONE = { width: 390, height: 844 };

export async function closedUnderpass(tools) {
  const { play, signedIn, check, picture, camera } = tools;
  await play('20:50');
  const page = await signedIn('jianguan1', { width: 1366, height: 768 });
  const { closed } = await post(page, '/events', {
    sourceId: 'water-1', type: 'WATER', title: '示例下穿一积水 40 cm', time: '2026-11-09T20:49:00+08:00', underpass: 'U1', depthCm: 40,
  }, await keyOf(tools, '下穿桥水位'));
  check(closed, 'a level of 40 cm does not close the underpass');

  await play('21:13');
  await scan(tools, 'gongdi3', 'OUT', 'night-01-exit.png');
  await capture(page, camera, { camera: 'CAM-S3-OUT', place: 'S3', direction: 'OUT', time: '2026-11-09T21:12:05+08:00', plate: TRUCK, loaded: 'YES', covered: 'YES' });
  await play('21:18');
  await page.fill('.tree-panel input', TRUCK);
  await page.click(`.tree-vehicle:has-text("${TRUCK}")`);
  await shows(page, `[data-vehicle="${TRUCK}"]`, '行驶', '重载');
  await picture(page, 'night-02-loaded.png');
  const detour = await alertOf(tools, page, 'M04', TRUCK);
  await page.goto(`${base}/#/review/${detour.id}`);
  await page.waitForSelector('[data-evidence="ready"]');
  await shows(page, `[data-decision="${detour.id}"]`, '已抑制 · 道路封闭', '批准人：下穿桥水位', '倍允许偏离距离');
  await page.waitForSelector('[data-curves="ready"] canvas');
  await picture(page, 'night-03-suppressed.png');

  await play('21:22');
  await scan(tools, 'xiaona2', 'IN', 'night-04-accept.png');
  await play('21:45');
  await page.goto(`${base}/#/trips`);
  await shows(page, '.ledger .ant-table-row', TRUCK);
  await shows(page, `.ledger .ant-table-row:has-text("${TRUCK}")`, '示例三号工地', '示例南郊消纳场', `✓ ${WAYBILL}`, '✓ 出场');
  await picture(page, 'night-05-trip.png');
  await page.context().close();
}

/** The clerk of the place reads the number and presses the one button; it is done, and not offered again. */
async function scan({ signedIn, check, picture }, clerk, kind, name) {
  const page = await signedIn(clerk, PHONE);
  await page.fill('.waybill-read input', WAYBILL);
  await page.waitForSelector(`[data-waybill="${WAYBILL}"]`);
  check((await page.locator('[data-waybill]').count()) === 1, `${clerk} does not find ${WAYBILL} alone`);
  await picture(page, name);
  await page.click(`[data-waybill="${WAYBILL}"] [data-scan="${kind}"]`);
  await page.waitForSelector(`[data-waybill="${WAYBILL}"][data-next="NONE"]`);
  await page.context().close();
}
