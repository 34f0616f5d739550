// The administrator's desk: he sees the city, and is offered nothing that is for others, neither by a button nor by a key; what is his,
// plan, terminals and the proposal of limits, is there.
const LAPTOP = { width: 1366, height: 768 };
/** What decides, files, handles, signs or takes something out of the house. */
const OF_OTHERS = [
  'confirm', 'reject', 'case', 'notify', 'raise', 'device', 'appeal', 'uphold', 'reject-appeal', 'answer',
].map((action) => `[data-action="${action}"]`).concat('[data-move-button]', '[data-report-lead]', '[data-dispatch]', '[data-link]', '[data-export]', '[data-download="bundle"]', '[data-download="sheet"]', '[data-ask-exemption]', '[data-decide]', '[data-new-order]', '[data-snapshot]', '[data-shift]', '[data-freeze]', '[data-lay-up]', '[data-drag-vehicle]');

async function offersNothingOfOthers({ check }, page, name) {
  for (const one of OF_OTHERS) check((await page.locator(one).count()) === 0, `the administrator is offered ${one} on ${name}`);
}

export async function administerAlone(tools, plate, caseId) {
  const { base, signedIn, api, check, picture } = tools;
  const page = await signedIn('admin', LAPTOP);
  const { alerts } = await api(page, '/alerts?review=OPEN&limit=100');
  const alert = alerts.find((one) => one.plate !== '');
  check(alert, 'there is no open alert for the administrator to look at');
  const places = [
    [`review/${alert.id}`, '[data-evidence="ready"]'],
    [`cases/${caseId}`, '[data-case-detail]:not([data-case-detail=""])'],
    ['cases/search', '[data-case-search]'],
    ['sweeping', '.board-desk [data-map="ready"], .board .ant-empty'],
    ['trips', '.ledger .ant-table-row, .ledger .ant-empty'],
    ['register', '[data-lay-up-of], .ledger .ant-empty'],
    ['reports', '[data-download="pdf"]'],
    ['devices', '[data-devices="ready"]'],
    [`vehicle/${encodeURIComponent(plate)}`, '[data-command="RESTART"]'],
    ['plan/places', '[data-action="create"]'],
    ['terminals', '[data-terminals="ready"] .ant-table-row'],
  ];
  for (const [at, ready] of places) {
    await page.goto(`${base}/#/${at}`);
    await page.waitForSelector(ready);
    await offersNothingOfOthers(tools, page, at);
    if (!at.startsWith('review')) continue;
    for (const key of ['c', 'r', 't']) await page.keyboard.press(key);
    check((await page.locator('.ant-modal').count()) === 0, 'a key lets the administrator decide');
    check((await api(page, `/alerts/${alert.id}`)).review === null, `a key of the administrator has decided on alert ${alert.id}`);
    await picture(page, 'administrator-review.png');
  }
  check((await page.locator('[data-command="TEXT"], [data-command="SNAPSHOT"]').count()) === 0, 'the administrator may speak to drivers');
  await page.context().close();
}
