// 23:20. A loaded truck is not seen for half an hour and comes back empty. The supervisor asks where it can have been, sees it on a camera's
// picture, raises the grade by that and makes it a case; the squad finds the load; who else stood there gets a case, too; somebody else
// closes it.
import { base } from '../tools.mjs';
import { alertOf, capture, move, openCase, phoneOf, placeOf, shows } from './desk.mjs';

const TRUCK = '鲁GZ1011';
const OTHERS = ['鲁GZ1053', '鲁GZ1054', '鲁GZ1059'];
const SQUAD = '执法一中队';

export async function lostLoad(tools) {
  const { play, signedIn, check, picture, camera } = tools;
  await play('00:20');
  const page = await signedIn('jianguan1', { width: 1366, height: 768 });
  await capture(page, camera, { camera: 'CAM-C1', place: 'C1', direction: 'OUT', time: '2026-11-09T23:40:00+08:00', plate: TRUCK, loaded: 'NO' });
  await play('00:22');
  const lost = await alertOf(tools, page, 'M07', TRUCK);
  await page.goto(`${base}/#/review/${lost.id}`);
  await page.waitForSelector('[data-evidence="ready"]');
  await page.click('[data-ask="gap"]');
  await page.waitForSelector('[data-gap="1"] [data-map="ready"]');
  await shows(page, '[data-candidate]', '倾倒热点');
  await shows(page, '[data-candidate="CAM-C1"]', '示例检查点');
  await shows(page, '.leads-panel', '23:26', '未观测 29 分钟');
  await picture(page, 'night-06-gap.png');

  await page.goto(`${base}/#/review/${lost.id}`);
  await page.waitForFunction(() => (document.querySelector('[data-alert-media] img')?.naturalWidth ?? 0) > 0);
  await page.waitForSelector('[data-curves="ready"] canvas');
  await picture(page, 'night-07-still.png');
  await page.click('[data-action="raise"]');
  await page.waitForSelector('.ant-message-success');
  await page.goto(`${base}/#/review/${lost.id}`);
  await shows(page, `[data-decision="${lost.id}"][data-review="CONFIRMED"]`, '原 C 级，凭影像升级');
  await page.click(`[data-decision="${lost.id}"] [data-action="case"]`);
  await page.waitForSelector('[data-case-detail="0"]');
  const id = await page.evaluate(() => location.hash.replace('#/cases/', ''));
  await shows(page, '.case-head .grade', 'A');
  await move(tools, page, id, 'FILE');
  await move(tools, page, id, 'DISPATCH', { side: '一中队' });
  await shows(page, '.case-detail', '派遣', SQUAD);
  await picture(page, 'night-08-case.png');

  await onTheSpot(tools, id);
  await linked(tools, page, id);
  check((await page.locator('[data-own-case]').count()) === OTHERS.length, 'not every other truck has a case');
  await verified(tools, id);
  await page.context().close();
}

/** The squad's phone: on its way, on the spot, a photo, cleaned. */
async function onTheSpot(tools, id) {
  const { play, api, check, picture } = tools;
  const phone = await phoneOf(tools, 'zhifa1', placeOf('NIGHT_SPOT'));
  await phone.click(`[data-case="${id}"]`);
  await phone.click('[data-move-button="BEGIN"]');
  await phone.waitForSelector('[data-queued="sent"][data-move="BEGIN"]');
  await play('00:55');
  await phone.reload();
  await phone.click('[data-move-button="ANSWER"]');
  await phone.fill('[data-form="ANSWER"] textarea', '到达现场，路边有新倾倒渣土，已组织清运');
  await phone.setInputFiles('[data-form="ANSWER"] input[type="file"]', { name: 'place.jpg', mimeType: 'image/jpeg', buffer: await phone.screenshot({ type: 'jpeg' }) });
  await phone.waitForSelector('[data-photo]');
  await picture(phone, 'night-09-phone.png');
  await phone.click('[data-send="ANSWER"]');
  await phone.waitForSelector('[data-queued="sent"][data-move="ANSWER"]');
  const { stage, photos } = await api(phone, `/cases/${id}`);
  check(stage === 'FEEDBACK' && photos.length === 1, `case ${id} is ${stage} with ${photos.length} photos`);
  await phone.context().close();
}

/** Who else stood where the photo was taken, and a case for each. */
async function linked({ check, picture }, page, id) {
  await openCase(page, id);
  await page.click('[data-ask="linked"]');
  await page.waitForSelector('[data-linked-case] [data-map="ready"]');
  await page.locator('[data-linked-truck]').first().waitFor();
  const plates = await page.locator('[data-linked-truck]').evaluateAll((rows) => rows.map((row) => row.dataset.linkedTruck).sort());
  check(plates.join() === OTHERS.join(), `${plates} stood there`);
  for (const plate of OTHERS) {
    await page.click(`[data-link="${plate}"]`);
    await page.waitForSelector(`[data-linked-truck="${plate}"] [data-own-case]`);
  }
  await picture(page, 'night-10-linked.png');
}

/** Whoever dispatched it alone may not verify it: a colleague does. */
async function verified(tools, id) {
  const { signedIn, picture } = tools;
  const page = await signedIn('jianguan2', { width: 1366, height: 768 });
  await openCase(page, id);
  await move(tools, page, id, 'VERIFY');
  await move(tools, page, id, 'CLOSE', { culprit: true });
  await shows(page, '.case-detail', '结案', '责任车辆：已找到');
  await picture(page, 'night-11-closed.png');
  await page.context().close();
}
