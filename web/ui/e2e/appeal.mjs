// 申诉: an alert is confirmed without a case. Its company finds it among what it may appeal against, until when, and appeals on a phone with
// a photo while the line is down; who confirmed it may not decide, another supervisor sees the photo and upholds it, and all three see
// without looking anew that the company is charged no more.
import { WeakLine, phoneOf, toldOverAWeakLine } from './phone.mjs';

const LAPTOP = { width: 1366, height: 768 };

async function said(page, action, reason) {
  await page.click(`.appeal-part [data-action="${action}"]`);
  await page.fill('.ant-modal textarea', reason);
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.locator('.ant-modal').waitFor({ state: 'hidden' });
}

/** An alert of the company that the one who is to confirm it has confirmed. */
async function charged(confirmer, company, { base, api, check }) {
  const { alerts } = await api(company, '/alerts?limit=100');
  const open = alerts.find(({ plate, lon, review }) => plate !== '' && lon !== null && review === null);
  check(open, 'the company has no alert that waits for a decision');
  await confirmer.goto(`${base}/#/review/${open.id}`);
  await confirmer.click(`[data-decision="${open.id}"] [data-action="confirm"]`);
  await confirmer.waitForSelector('.ant-message-success');
  await confirmer.goto(`${base}/#/review/${open.id}`);
  await confirmer.waitForSelector(`[data-decision="${open.id}"][data-review="CONFIRMED"]`);
  return open;
}

const toDecide = async (page, { api }) => (await api(page, '/appeals')).appeals.filter(({ mayDecide }) => mayDecide).length;

async function lodged(tools, alert) {
  const line = new WeakLine(tools.base);
  const phone = await phoneOf(tools, await line.up(), 'diaodu1', alert);
  await phone.waitForSelector(`[data-charges="CHARGED"] [data-charge-card="${alert.id}"]`);
  await tools.picture(phone, 'phone-charges.png');
  await phone.click(`[data-charge-card="${alert.id}"]`);
  await toldOverAWeakLine(phone, line, tools, { sheet: '[data-charge-sheet]', words: '当时在装货区内，未上路', move: 'APPEAL_ALERT', name: 'phone-appeal.png' });
  await phone.waitForSelector('[data-charge-sheet] [data-filed-photos="1"] img');
  await phone.click('.phone-back');
  await phone.waitForSelector(`[data-charges="OPEN"] [data-charge-card="${alert.id}"]`);
  await tools.picture(phone, 'phone-appealed.png');
  await phone.context().close();
  await line.down();
}

export async function appealAgainstTheCity(tools) {
  const { base, api, check, picture, signedIn } = tools;
  const company = await signedIn('diaodu1', LAPTOP);
  const confirmer = await signedIn('jianguan2', LAPTOP);
  const alert = await charged(confirmer, company, tools);

  await company.goto(`${base}/#/review/${alert.id}`);
  await company.click('[data-appeals="CHARGED"] summary');
  await company.waitForSelector(`[data-appeals="CHARGED"] [data-appeal-of="${alert.id}"]`);
  await company.waitForSelector('[data-appeal="NONE"] [data-action="appeal"]');
  await picture(company, 'company-may-appeal.png');
  const second = await signedIn('jianguan1', LAPTOP);
  const counts = await Promise.all([confirmer, second].map((page) => toDecide(page, tools)));
  await lodged(tools, alert);
  await company.waitForSelector('[data-appeal="OPEN"] [data-filed-photos="1"]');

  // who confirmed it is told of the appeal, and cannot decide
  await confirmer.waitForSelector(`[data-decision="${alert.id}"] [data-appeal="OPEN"] .warn`);
  check((await confirmer.locator('[data-action="uphold"]').count()) === 0, 'who has confirmed an alert is offered to decide of the appeal');
  // who may decide it finds it counted, and who may not does not
  await second.waitForSelector(`.topbar [data-to-decide="${counts[1] + 1}"]`, { state: 'attached' });
  await confirmer.waitForSelector(`.topbar [data-to-decide="${counts[0]}"]`, { state: 'attached' });
  await second.goto(`${base}/#/review/${alert.id}`);
  await second.click('[data-appeals="OPEN"] summary');
  await second.waitForSelector(`[data-appeals="OPEN"] [data-appeal-of="${alert.id}"]`);
  await second.waitForSelector('[data-action="uphold"]');
  await second.waitForSelector('.appeal-part [data-filed-photos="1"] img');
  await second.waitForFunction(() => document.querySelector('[data-filed-photos] img').naturalWidth > 0);
  await picture(second, 'appeal-to-decide.png');
  await said(second, 'uphold', '监控显示属实');
  await second.waitForSelector(`[data-decision="${alert.id}"][data-review="REJECTED"] [data-appeal="UPHELD"]`);
  await company.waitForSelector(`[data-decision="${alert.id}"][data-review="REJECTED"] [data-appeal="UPHELD"]`);
  await company.waitForSelector(`[data-appeals="DECIDED"] [data-appeal-of="${alert.id}"]`, { state: 'attached' });
  await picture(company, 'company-appeal-upheld.png');
  await second.waitForSelector(`.topbar [data-to-decide="${counts[1]}"]`, { state: 'attached' });
  const { review } = await api(second, `/alerts/${alert.id}`);
  check(review.decision === 'REJECTED' && review.reason === 'appeal_upheld', `the confirmation stands: ${JSON.stringify(review)}`);
  await company.goto(`${base}/#/reports`);
  await company.waitForSelector('.reports header a[href="#/review"]');
  await picture(company, 'company-extracts.png');
  for (const page of [company, confirmer, second]) await page.context().close();
  return alert.plate;
}
