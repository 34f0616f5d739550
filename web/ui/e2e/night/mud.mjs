// 08:00. A citizen reports mud on a street. The one who passed first left its site with dirty wheels: the site gets a case, the contractor
// is to clean, the system sees that it was swept, and the citizen is told.
import { base, check } from '../tools.mjs';
import { alertOf, capture, keyOf, move, openCase, placeOf, post, shows } from './desk.mjs';

const DIRTY = '鲁GZ1050';
const PHONE = { width: 390, height: 844 };

export async function mudInTheMorning(tools) {
  const { play, signedIn, api, picture, camera } = tools;
  const page = await signedIn('jianguan1', { width: 1366, height: 768 });
  await capture(page, camera, { camera: 'CAM-S2-OUT', place: 'S2', direction: 'OUT', time: '2026-11-10T04:35:05+08:00', plate: DIRTY, loaded: 'YES', covered: 'YES', wheelDirty: 'YES' });
  await play('08:00');
  const citizen = await keyOf(tools, '随手拍');
  const [lon, lat] = placeOf('NIGHT_MUD');
  const { caseId, fate } = await post(page, '/events', {
    sourceId: 'ssp-1', type: 'SPILL', title: '东风街路面有泥土', time: '2026-11-10T07:40:00+08:00', lon, lat, datum: 'WGS84', payload: { text: '东风街有泥土' },
  }, citizen);
  check(fate === 'OPENED', `the report is ${fate}`);
  await openCase(page, caseId);
  await shows(page, '.case-detail', '遗撒', '东风街路面有泥土');
  await page.click('[data-ask="reverse"]');
  await page.waitForSelector('[data-reverse="answered"]');
  const suspects = await page.locator('[data-candidate]').evaluateAll((rows) => rows.map((row) => row.dataset.candidate));
  check(suspects.length === 3 && suspects[0] === DIRTY, `the suspects are ${suspects}`);
  await shows(page, `[data-candidate="${DIRTY}"]`, '带泥');
  await picture(page, 'night-14-suspects.png');

  await siteAnswers(tools, page);
  await openCase(page, caseId);
  await move(tools, page, caseId, 'FILE');
  await move(tools, page, caseId, 'DISPATCH', { side: '示例东区环卫' });
  await shows(page, '.case-detail', '示例东区环卫公司');
  await play('09:30');
  await page.waitForSelector('[data-case-detail="3"]');
  await shows(page, '.case-detail', '系统核查结案', '系统已监测到之后的有效作业');
  await picture(page, 'night-16-swept.png');
  const told = await page.request.get(`${base}/api/v1/events/ssp-1`, { headers: citizen });
  const { stage, result } = await told.json();
  check(stage === 'CLOSED' && result === 'SOLVED', `the citizen is told ${stage}, ${result}`);
  const { steps } = await api(page, `/cases/${caseId}`);
  check(steps.at(-1).move === 'OBSERVE' && steps.at(-1).actor === '', `the case is closed by ${JSON.stringify(steps.at(-1))}`);
  await page.context().close();
}

/** The alert of dirty wheels becomes a case of the site, whose clerk begins with it on the phone. */
async function siteAnswers(tools, page) {
  const { signedIn, picture } = tools;
  const wheels = await alertOf(tools, page, 'M16', DIRTY);
  await page.goto(`${base}/#/review/${wheels.id}`);
  await page.click(`[data-decision="${wheels.id}"] [data-action="confirm"]`);
  await page.waitForSelector('.ant-message-success');
  await page.goto(`${base}/#/review/${wheels.id}`);
  await page.click(`[data-decision="${wheels.id}"] [data-action="case"]`);
  await page.waitForSelector('[data-case-detail="0"]');
  const id = await page.evaluate(() => location.hash.replace('#/cases/', ''));
  await move(tools, page, id, 'FILE');
  await move(tools, page, id, 'DISPATCH', { side: '示例二号工地' });
  await shows(page, '.case-detail', '示例二号工地');
  const clerk = await signedIn('gongdi2', PHONE);
  await clerk.goto(`${base}/#/cases/${id}`);
  await move(tools, clerk, id, 'BEGIN');
  await picture(clerk, 'night-15-site.png');
  await clerk.context().close();
}
