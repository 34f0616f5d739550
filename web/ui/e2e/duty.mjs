// The desk: sanitation asks that a road be excused and may not decide on it, a supervisor approves; the supervisor's shift goes from the
// beginning over a note to the handover, which another one takes over. Sanitation drags a vehicle to a road of the board, and of the map.
const LAPTOP = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };

const PAPER = { name: 'permit.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% 占道施工许可 017') };

const ok = (page) => page.locator('.ant-modal .ant-btn-primary').last().click();

async function openExemptions(page) {
  await page.evaluate(() => location.assign('#/sweeping'));
  await page.click('.ant-segmented-item:has-text("豁免")');
}

async function fits(tools, page, name, sizes) {
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    tools.check(wide <= 1, `${name} is ${wide} px wider than ${viewport.width}`);
    await tools.picture(page, `${name}-${viewport.width}.png`);
  }
}

async function excuse(tools) {
  const { signedIn, check, picture } = tools;
  const asking = await signedIn('huanwei1', LAPTOP);
  await openExemptions(asking);
  await asking.click('[data-ask-exemption]');
  const form = asking.locator('[data-exemption-form]');
  await form.locator('.ant-segmented-item').nth(1).click();
  await form.locator('textarea').fill('占道施工，机扫车无法靠边');
  await form.locator('input.ant-input').fill('占道施工许可 017');
  await form.locator('[data-attach]').setInputFiles(PAPER);
  await picture(asking, 'exemption-asked.png');
  await ok(asking);
  await asking.waitForSelector('[data-exemption="OPEN"] [data-decide="WITHDRAWN"]');
  check((await asking.locator('[data-decide="APPROVED"]').count()) === 0, 'who asks for an exemption is offered to approve it');
  const opened = asking.locator('[data-exemption="OPEN"]', { has: asking.locator('[data-files="1"] a') }).first();
  await opened.waitFor();
  await asking.setInputFiles('[data-exemption="OPEN"]:has([data-files="1"]) [data-attach]', { ...PAPER, name: 'second.pdf' });
  await asking.waitForSelector('[data-exemption="OPEN"] [data-files="2"] a');
  await fits(tools, asking, 'exemptions', [LAPTOP, WALL, PHONE]);
  await asking.context().close();

  const deciding = await signedIn('jianguan1', PHONE);
  await openExemptions(deciding);
  const approve = deciding.locator('[data-exemption="OPEN"]:has([data-files="2"]) [data-decide="APPROVED"]').first();
  await approve.waitFor();
  const { x, width } = await approve.boundingBox();
  check(x >= 0 && x + width <= PHONE.width, `on a phone the decision begins at ${x} and is ${width} wide`);
  const paper = await deciding.request.get(new URL(await deciding.locator('[data-files="2"] a').first().getAttribute('href'), deciding.url()).href);
  check(paper.headers()['content-type'] === 'application/pdf' && (await paper.body()).equals(PAPER.buffer), `the paper of the request answered ${paper.status()}`);
  await picture(deciding, 'exemption-deciding-390.png');
  await deciding.setViewportSize(LAPTOP);
  await approve.click();
  await deciding.fill('.ant-modal textarea', '现场照片属实');
  await ok(deciding);
  await deciding.waitForSelector('[data-exemption="APPROVED"]');
  await picture(deciding, 'exemption-approved.png');
  return deciding;
}

/** From the first to the second supervisor. */
async function handOver(tools, page) {
  const { signedIn, check, picture } = tools;
  await page.evaluate(() => location.assign('#/shifts'));
  await page.click('[data-shift="BEGIN"]');
  await page.click('[data-shift="NOTE"]');
  await page.fill('.ant-modal textarea', '22:40 下穿积水，已封闭，通知机扫大队绕行');
  await ok(page);
  await page.waitForSelector('[data-line="NOTE"]');
  await page.click('[data-shift="HAND_OVER"]');
  await page.locator('.ant-modal textarea').nth(0).fill('夜间平稳');
  await page.locator('.ant-modal textarea').nth(1).fill('回访示例企业\n跟进积水路段');
  await picture(page, 'shift-handing-over.png');
  await ok(page);
  await page.waitForSelector('[data-line="HAND_OVER"]');
  check((await page.locator('[data-shift="TAKE_OVER"]').count()) === 0, 'who hands over is offered to take it over');
  await fits(tools, page, 'shifts', [LAPTOP, WALL, PHONE]);
  await page.context().close();

  const next = await signedIn('jianguan2', WALL);
  await next.evaluate(() => location.assign('#/shifts'));
  await next.click('[data-waiting] [data-shift="TAKE_OVER"]');
  await next.waitForSelector('[data-line="TAKE_OVER"]');
  check((await next.locator('[data-waiting]').count()) === 0, 'what was taken over waits still');
  await picture(next, 'shift-taken-over.png');
  await next.context().close();
}

/** Where something is dragged by: not its middle, over which a tip may open. */
const HANDLE = { x: 12, y: 8 };

/** A vehicle is let go on a road where nothing is undone, on one of the table that takes it, and on the same one of the map. */
export async function sendByHand({ signedIn, api, agree, check, picture }) {
  const page = await signedIn('huanwei1', LAPTOP);
  await page.emulateMedia({ reducedMotion: 'reduce' }); // the map is at a road at once
  await page.evaluate(() => location.assign('#/sweeping'));
  await page.waitForSelector('.board-desk [data-map="ready"]');
  const { roads, orders: before } = await api(page, '/sweeping');
  const taking = roads.find(({ undone }) => undone > 0);
  const done = roads.find(({ undone }) => undone === 0);
  check(taking && done, `of the roads ${JSON.stringify(roads.map(({ road, undone }) => [road, undone]))} none is undone, or all are`);
  const orders = async () => (await api(page, '/sweeping')).orders.slice(before.length).map(({ road, plate }) => `${road} ${plate}`).join();
  const listed = await page.locator('[data-drag-vehicle]').evaluateAll((all) => all.map(({ dataset }) => dataset.dragVehicle));
  const vehicles = listed.filter((plate) => before.every((order) => order.plate !== plate));
  const drag = (plate, target, targetPosition) => page.dragAndDrop(`[data-drag-vehicle="${plate}"]`, target, { sourcePosition: HANDLE, targetPosition });
  await drag(vehicles[0], `[data-road="${done.road}"]`);
  await drag(vehicles[0], `[data-road="${taking.road}"]`);
  await page.waitForSelector(`.ant-message-success:has-text("${vehicles[0]}")`);
  const first = await orders();
  check(first === `${taking.road} ${vehicles[0]}`, `sent are ${first}`);
  await page.click(`[data-road="${taking.road}"] b`);
  await page.waitForSelector(`.row-selected[data-road="${taking.road}"]`);
  await agree(page, 'who is sent by the map', async () => {
    // until the lines are drawn where the map now is, nothing takes it
    await drag(vehicles[1], '.board-desk .map canvas');
    return { shown: await orders(), filed: `${first},${taking.road} ${vehicles[1]}` };
  });
  await page.click(`[data-road="${taking.road}"] .ant-table-row-expand-icon`);
  const sides = await page.locator('.passes .ant-table-row td:nth-child(2)').allInnerTexts();
  check(sides.length > 0 && sides.every((side) => /^[东西南北]侧$/.test(side)), `the sides of ${taking.road} are ${sides}`);
  await picture(page, 'sweeping-sent.png');
  await page.context().close();
}

export async function keepTheDesk(tools) {
  await handOver(tools, await excuse(tools));
}
