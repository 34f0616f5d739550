// How long a case may take is changed by two people: the administrator proposes on the page of rules, the rule owner approves on his.

const LAPTOP = { width: 1366, height: 768 };
const ROW = 'HEATING/FILING';

async function table(page, base) {
  await page.goto(`${base}/#/rules`);
  await page.click('.ant-segmented-item:has-text("案件时限")');
  await page.waitForSelector(`[data-limit-row="${ROW}"]`);
}

const limitOf = async ({ api }, page) => (await api(page, '/case-limits')).rows.find(({ row }) => row === ROW);

export async function changeALimit(tools) {
  const { base, signedIn, check, picture } = tools;
  const page = await signedIn('admin', LAPTOP);
  const { limit: before } = await limitOf(tools, page);
  const amount = before.amount + 1;
  await table(page, base);
  await page.fill(`[data-limit-amount="${ROW}"]`, String(amount));
  await page.click('[data-propose-limits]');
  await page.fill('.ant-modal textarea', '市里有新规定');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector('[data-limit-proposal="OPEN"]');
  check((await page.locator('[data-decide-limits="APPROVED"]').count()) === 0, 'who proposes a limit is offered to approve it');
  check((await limitOf(tools, page)).limit.amount === before.amount, 'a limit is changed before somebody has approved it');
  await picture(page, 'limits.png');

  const owner = await signedIn('guize1', LAPTOP);
  await table(owner, base);
  await owner.click('[data-decide-limits="APPROVED"]');
  await owner.fill('.ant-modal textarea', '同意');
  await owner.locator('.ant-modal-footer .ant-btn-primary').click();
  await owner.waitForSelector('[data-limit-proposal="APPROVED"]');
  await owner.waitForSelector(`[data-limit-row="${ROW}"][data-limit="${amount} ${before.unit}"]`);
  const { limit, initial, version } = await limitOf(tools, owner);
  check(limit.amount === amount && initial.amount === before.amount && version > 1, `the approved limit is ${JSON.stringify(limit)}, usual ${JSON.stringify(initial)}, by version ${version}`);
  await picture(owner, 'limits-approved.png');
  for (const one of [page, owner]) await one.context().close();
}
