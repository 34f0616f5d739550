// The case desk: the alert that was confirmed becomes a case, is filed and dispatched to a squad, and
// an officer of that squad finds it on a board of her own. Each is held against what the API answers.

/** Presses the button of a move and waits until it is on file. */
export async function move({ page, api, check }, id, name, answer) {
  const before = (await api(page, `/cases/${id}`)).version;
  await page.click(`[data-move-button="${name}"]`);
  if (answer) {
    await answer();
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
  }
  await page.waitForSelector(`[data-case-detail="${before + 1}"]`);
  const { steps } = await api(page, `/cases/${id}`);
  check(steps.length === before + 1 && steps[before].move === name, `case ${id} is not moved by ${name}: ${JSON.stringify(steps)}`);
}

async function chooseSquad(page) {
  await page.waitForSelector('.ant-modal [data-sides]');
  await page.keyboard.type('一中队');
  await page.keyboard.press('Enter');
}

/** From the confirmed alert to a dispatched case; gives the id of the case. */
async function dispatched(tools, alert) {
  const { page, base, api, check, picture } = tools;
  await page.goto(`${base}/#/review/${alert.id}`);
  await page.click(`[data-decision="${alert.id}"] [data-action="case"]`);
  await page.waitForSelector('[data-case-detail="0"]');
  const id = await page.evaluate(() => location.hash.replace('#/cases/', ''));
  const { stage, sourceList } = await api(page, `/cases/${id}`);
  check(stage === 'ACCEPTED' && sourceList[0].sourceId === alert.id, `case ${id} is ${stage} and made of ${JSON.stringify(sourceList)}`);
  await move(tools, id, 'FILE');
  await move(tools, id, 'DISPATCH', () => chooseSquad(page));
  await page.waitForSelector(`[data-stage="DISPATCHED"] [data-case="${id}"]`);
  await page.waitForSelector('.case-map [data-map="ready"]');
  await page.waitForTimeout(1000);
  await picture(page, 'case.png');
  await page.keyboard.press('Escape');
  await page.locator('[data-case-detail]').waitFor({ state: 'detached' });
  await picture(page, 'cases.png');
  await page.click('[data-map-button]');
  await page.waitForSelector('[data-cases-map]:not([data-cases-map="0"]) [data-map="ready"]');
  await page.waitForTimeout(1000);
  await picture(page, 'cases-map.png');
  await page.click('[data-map-button]');
  return id;
}

/** An officer sees what was dispatched to the own squad, and begins. */
async function handled(tools, id) {
  const { signedIn, check, picture } = tools;
  const page = await signedIn('zhifa1');
  await page.waitForSelector(`[data-case="${id}"]`);
  check((await page.locator('.topbar nav a').count()) === 1, 'an officer is shown pages beside the cases');
  await page.keyboard.press('j');
  await page.waitForSelector('[data-case]:focus');
  await page.locator(`[data-case="${id}"]`).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-move-button="BEGIN"]');
  await move({ ...tools, page }, id, 'BEGIN');
  await picture(page, 'case-officer.png');
  await page.context().close();
}

export async function closeTheLoop(tools, alert) {
  const id = await dispatched(tools, alert);
  await handled(tools, id);
  return id;
}
