// 通知企业: a supervisor asks a company about an alert. Its dispatcher sees on the desk how long there is for it, and explains on a phone
// with a photo while the line is down; the supervisor has the answer on the desk when the line is back, without asking for it anew.
import { WeakLine, phoneOf, toldOverAWeakLine } from './phone.mjs';

const LAPTOP = { width: 1366, height: 768 };

/** An alert of the company's own vehicles, as soon as there is one. */
async function ownAlert(page, { api, check, patience }) {
  const deadline = Date.now() + patience;
  for (;;) {
    const { alerts } = await api(page, '/alerts?limit=50');
    const found = alerts.find(({ plate, lon, review }) => plate !== '' && lon !== null && review === null) ?? alerts.find(({ plate, lon }) => plate !== '' && lon !== null);
    if (found) return found;
    check(Date.now() < deadline, 'no vehicle of the company has raised an alert');
    await page.waitForTimeout(500); // between two looks: the vehicles drive by themselves
  }
}

async function asked(desk, { base }, alert) {
  await desk.goto(`${base}/#/review/${alert.id}`);
  await desk.click(`[data-decision="${alert.id}"] [data-action="notify"]`);
  await desk.fill('.ant-modal textarea', '请说明情况并附照片');
  await desk.locator('.ant-modal-footer .ant-btn-primary').click();
  await desk.waitForSelector(`[data-decision="${alert.id}"] [data-notice="open"] .count-down`);
  // the list beside is read again by itself, and is folded
  await desk.waitForSelector(`[data-notices="open"] [data-notice-of="${alert.id}"]`, { state: 'attached' });
}

async function explained(phone, line, tools, id) {
  await phone.waitForSelector(`[data-notice-card="${id}"]`);
  await tools.picture(phone, 'phone-notices.png');
  await phone.click(`[data-notice-card="${id}"]`);
  await toldOverAWeakLine(phone, line, tools, { sheet: '[data-notice-sheet]', words: '篷布破损，已更换', move: 'NOTICE', name: 'phone-explain.png' });
  await phone.waitForSelector(`[data-notice-card="${id}"]`, { state: 'detached' });
}

export async function explainToTheCity(tools) {
  const { base, api, check, picture, signedIn } = tools;
  const company = await signedIn('diaodu1', LAPTOP);
  const alert = await ownAlert(company, tools);
  const before = (await api(company, '/notices')).notices.length;
  await company.waitForSelector(`.topbar [data-to-answer="${before}"]`, { state: 'attached' });
  const desk = await signedIn('jianguan2', LAPTOP);
  await asked(desk, tools, alert);
  // the company is told without looking anew, and what it has to answer is counted
  await company.waitForSelector(`.topbar [data-to-answer="${before + 1}"]`, { state: 'attached' });
  await company.goto(`${base}/#/review/${alert.id}`);
  await company.waitForSelector(`[data-notices="open"] [data-notice-of="${alert.id}"] .count-down`);
  await company.waitForSelector('[data-decision] .tell-form');
  await picture(company, 'company-to-answer.png');
  const { notices } = await api(company, `/alerts/${alert.id}/notices`);
  const { id, dueAt } = notices[notices.length - 1];
  check(dueAt !== null, 'a question has no limit');

  const line = new WeakLine(base);
  const address = await line.up();
  const phone = await phoneOf(tools, address, 'diaodu1', alert);
  await explained(phone, line, tools, id);
  await phone.context().close();
  await line.down();

  await desk.waitForSelector(`[data-decision="${alert.id}"] [data-notice="answered"] [data-filed-photos="1"] img`);
  await desk.waitForFunction(() => document.querySelector('[data-filed-photos] img').naturalWidth > 0);
  await picture(desk, 'explained.png');
  const told = (await api(desk, `/alerts/${alert.id}/notices`)).notices.find((notice) => notice.id === id);
  check(told.answer === '篷布破损，已更换' && told.photos.length === 1 && told.photos[0].metres === 0, `the explanation is not on file: ${JSON.stringify(told)}`);
  await company.waitForSelector(`.topbar [data-to-answer="${before}"]`, { state: 'attached' });
  await desk.context().close();
  await company.context().close();
  return alert.plate;
}
