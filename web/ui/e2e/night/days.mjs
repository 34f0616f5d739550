// What the others do with what the night has left: the company explains and appeals, the site reports what is wrong with a paper, the
// manager excuses what was not to be swept, the leader presses, the administrator lets somebody in, the auditor looks who did what.
import { base } from '../tools.mjs';
import { alertOf, move, openCase, phoneOf, placeOf, shows } from './desk.mjs';

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** Of the company whose dispatcher signs in. */
const TRUCK = '鲁GZ1053';
const COMPANY = '示例北海渣土运输';

export async function daysOfTheOthers(tools) {
  await dispatcher(tools, await dispatchedTo(tools));
  await permit(tools);
  await clerk(tools);
  await sanitationManager(tools);
  await leader(tools);
  await administrator(tools);
  await auditor(tools);
}

/** The linked case of the night is filed and goes to its company. */
async function dispatchedTo(tools) {
  const page = await tools.signedIn('jianguan1', LAPTOP);
  const { cases } = await tools.api(page, `/cases?plate=${encodeURIComponent(TRUCK)}&type=DUMPING`);
  const [{ id }] = cases;
  await openCase(page, id);
  await shows(page, '.case-detail', '串案扩线');
  await move(tools, page, id, 'FILE');
  await move(tools, page, id, 'DISPATCH', { side: COMPANY });
  await page.context().close();
  return id;
}

/** 企业调度员: the list of what waits for an answer, the explanation with a photo, the appeal; and its decision. */
async function dispatcher(tools, id) {
  const { signedIn, api, check, picture } = tools;
  const board = await signedIn('diaodu1', LAPTOP);
  await board.goto(`${base}/#/cases`);
  await board.waitForSelector(`[data-case="${id}"]`);
  check((await api(board, '/vehicles')).vehicles.every(({ company }) => company === COMPANY), 'a dispatcher sees vehicles of others');
  await picture(board, 'day-dispatcher.png');
  const phone = await phoneOf(tools, 'diaodu1', placeOf('NIGHT_SPOT'));
  await phone.click(`[data-case="${id}"]`);
  await phone.click('[data-move-button="BEGIN"]');
  await phone.waitForSelector('[data-queued="sent"][data-move="BEGIN"]');
  await phone.click('[data-move-button="ANSWER"]');
  await phone.fill('[data-form="ANSWER"] textarea', '车辆当时等候装载，未倾倒，附现场照片');
  await phone.setInputFiles('[data-form="ANSWER"] input[type="file"]', { name: 'place.jpg', mimeType: 'image/jpeg', buffer: await phone.screenshot({ type: 'jpeg' }) });
  await phone.waitForSelector('[data-photo]');
  await phone.click('[data-send="ANSWER"]');
  await phone.waitForSelector('[data-queued="sent"][data-move="ANSWER"]');
  await picture(phone, 'day-dispatcher-phone.png');
  await phone.context().close();

  // the board follows the live feed: nobody has read it again
  await board.waitForSelector(`[data-stage="FEEDBACK"] [data-case="${id}"]`);
  await openCase(board, id);
  await shows(board, '[data-photos="1"]', '');
  await move(tools, board, id, 'APPEAL', { note: '停留点为候装区，并非倾倒点' });
  await shows(board, '.case-detail', '申诉待裁定');
  await picture(board, 'day-appeal.png');
  await board.context().close();

  const judge = await signedIn('jianguan2', LAPTOP);
  await openCase(judge, id);
  await move(tools, judge, id, 'UPHOLD_APPEAL', { note: '轨迹与说明相符' });
  await shows(judge, '.case-detail', '结案', '申诉成立');
  await judge.context().close();
}

/** 准运证申报: what the company asks for is in the plan when the supervision has taken it in, and not before. */
export async function permit({ signedIn, api, check, picture }) {
  const company = await signedIn('diaodu1', LAPTOP);
  const { items } = await api(company, '/plan/permits');
  const { time } = await api(company, '/plan/conflicts');
  const { id } = items.find(({ columns }) => !columns.valid_to || Date.parse(columns.valid_to) > Date.parse(time));
  const volume = async () => (await api(company, `/plan/permits/${encodeURIComponent(id)}`)).columns.approved_m3;
  await company.goto(`${base}/#/plan/permits?id=${encodeURIComponent(id)}`);
  await company.click('[data-action="ask-change"]');
  await company.fill('[data-request-form] [data-field="approved_m3"]', '43210');
  await company.fill('[data-request-form] [data-field="note"]', '土方量增加，批文已附');
  await picture(company, 'day-permit-form.png');
  await company.click('[data-action="send"]');
  await company.waitForSelector(`[data-waiting] [data-permit-request="${id}"]`);
  check((await volume()) !== '43210', `permit ${id} is another because its company has asked`);

  const desk = await signedIn('jianguan1', LAPTOP);
  await desk.waitForSelector('.topbar [data-permit-requests="1"]', { state: 'attached' });
  await desk.goto(`${base}/#/plan/requests`);
  const entry = desk.locator(`[data-waiting] [data-permit-request="${id}"]`);
  await entry.locator('[data-column="approved_m3"]', { hasText: '43210' }).waitFor();
  await picture(desk, 'day-permit.png');
  await entry.locator('[data-action="take"]').click();
  await desk.click('.ant-popconfirm .ant-btn-primary');
  await desk.waitForSelector(`[data-decided] [data-permit-request="${id}"][data-state="TAKEN"]`, { state: 'attached' });
  check((await volume()) === '43210', `permit ${id} that was taken in is as it was`);
  await desk.context().close();
  await company.context().close();
}

/** 工地管理员: a paper that is not in order is reported, and says so from then on. */
async function clerk({ signedIn, picture }) {
  const page = await signedIn('gongdi2', PHONE);
  await page.fill('.waybill-read input', '鲁GZ1050');
  await page.click('[data-waybill="W-1050-1"] [data-scan="EXCEPTION"]');
  await page.fill('[data-waybill="W-1050-1"] textarea', '申报方量与实载不符');
  await page.click('[data-send-exception]');
  await page.fill('.waybill-read input', 'W-1050');
  await shows(page, '[data-waybill="W-1050-1"]', '异常：申报方量与实载不符');
  await page.fill('.waybill-read input', 'W-9999');
  await shows(page, '.waybills', '本场没有联单 W-9999', '不得放行');
  await picture(page, 'day-clerk.png');
  await page.context().close();
}

/** 环卫管理员: yesterday's missed sweep was excused by an order; of trucks she reviews nothing. */
async function sanitationManager(tools) {
  const { signedIn, api, check, picture } = tools;
  const page = await signedIn('huanwei1', LAPTOP);
  const { alerts } = await api(page, '/alerts?rule=S01&review=OPEN&limit=10');
  await page.goto(`${base}/#/review/${alerts[0].id}`);
  await page.click(`[data-decision="${alerts[0].id}"] [data-action="reject"]`);
  await page.locator('.ant-modal .ant-radio-wrapper, .ant-modal label', { hasText: '经批准的作业' }).first().click();
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector('.ant-message-success');
  const { review } = await api(page, `/alerts/${alerts[0].id}`);
  check(review.decision === 'REJECTED' && review.reason === 'authorised', `the missed sweep is ${JSON.stringify(review)}`);
  const lost = await alertOf(tools, page, 'M07', '鲁GZ1011');
  await page.goto(`${base}/#/review/${lost.id}`);
  await page.waitForSelector('[data-evidence="ready"]');
  check((await page.locator('[data-action="confirm"]').count()) === 0, 'the sanitation manager may review trucks');
  await picture(page, 'day-sanitation.png');
  await page.context().close();
}

/** 领导: on the phone; five numbers, what is overdue, and one word about it. */
async function leader(tools) {
  const { signedIn, api, check, picture } = tools;
  const page = await signedIn('lingdao1', PHONE);
  await page.waitForSelector('[data-overview="ready"]');
  check((await page.locator('[data-figure]').count()) === 5, 'a leader does not see five numbers');
  const overdue = page.locator('[data-overdue] [data-case]').first();
  await overdue.waitFor();
  await picture(page, 'day-leader.png');
  const id = await overdue.getAttribute('data-case');
  await openCase(page, id);
  await move(tools, page, id, 'URGE', { note: '今日内办结并报告' });
  check((await api(page, `/cases/${id}`)).urged, `case ${id} is not urged`);
  await page.context().close();
}

/** 系统管理员: a clerk for another site, whose first password is shown once. */
async function administrator({ signedIn, api, check, picture }) {
  const page = await signedIn('admin', LAPTOP);
  await page.goto(`${base}/#/accounts`);
  await page.click('[data-add-account]');
  await page.fill('.ant-modal input[id="login"]', 'gongdi1');
  await page.fill('.ant-modal input[id="displayName"]', '一号工地管理员');
  await page.click('.ant-modal .ant-select:has(#role)');
  await page.locator('.ant-select-item-option', { hasText: '工地、消纳场管理员' }).click();
  await page.click('.ant-modal .ant-select:has(#company)');
  await page.keyboard.type('示例一号');
  await page.keyboard.press('Enter');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector('[data-given]');
  await picture(page, 'day-administrator.png');
  const { accounts } = await api(page, '/accounts');
  const made = accounts.find(({ login }) => login === 'gongdi1');
  check(made?.role === 'CLERK' && made.company === '示例一号工地', `the new account is ${JSON.stringify(made)}`);
  await page.context().close();
}

/** 审计员: who rejected what, and that nobody has changed the log. */
async function auditor({ signedIn, api, check, picture }) {
  const page = await signedIn('shenji1', LAPTOP);
  await page.goto(`${base}/#/audit`);
  await page.click('button:has-text("校验日志链")');
  await page.waitForSelector('.ant-alert-success');
  const { lines } = await api(page, '/audit?login=huanwei1&action=review');
  check(lines.length === 1 && JSON.stringify(lines[0].detail).includes('authorised'), `the log of huanwei1 is ${JSON.stringify(lines)}`);
  await page.fill('input[placeholder*="账号"]', 'huanwei1');
  await page.keyboard.press('Enter');
  await shows(page, '.ledger .ant-table-row', 'huanwei1');
  const object = lines[0].object.replace('alert/', '报警 ');
  await page.fill('input[placeholder^="对象"]', object);
  await page.keyboard.press('Enter');
  await shows(page, '.ledger .ant-table-row', object);
  await picture(page, 'day-auditor.png');
  await page.context().close();
}
