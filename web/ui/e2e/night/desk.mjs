// What the scenes of the night share: events of other systems, alerts by what they are about, and moves of cases as people make them.
import { base, check, password } from '../tools.mjs';

const JSON_BODY = { 'X-Requested-With': 'qingtu', 'Content-Type': 'application/json' };

export async function post(page, path, data, headers = JSON_BODY) {
  const answer = await page.request.post(`${base}/api/v1${path}`, { data, headers });
  check(answer.ok(), `POST ${path} answered ${answer.status()}: ${await answer.text()}`);
  return answer.json();
}

/** A key of another system; the administrator makes it. */
export async function keyOf({ signedIn }, source) {
  const admin = await signedIn('admin');
  const { token } = await post(admin, '/tokens', { source, days: 30 });
  await admin.context().close();
  return { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' };
}

/** What a gate camera sends: whom it saw, and the picture. Another picture of the page serves as one of the gate: a real JPEG. */
export async function capture(page, key, facts) {
  const answer = await page.request.post(`${base}/api/v1/captures?${new URLSearchParams(facts)}`, {
    data: await page.screenshot({ type: 'jpeg' }),
    headers: { ...key, 'Content-Type': 'image/jpeg' },
  });
  check(answer.ok(), `the capture of ${facts.plate} answered ${answer.status()}: ${await answer.text()}`);
}

/** The alert of a rule and a vehicle; a condition tells several apart. */
export async function alertOf({ api }, page, rule, plate, isMeant = () => true) {
  const { alerts } = await api(page, `/alerts?rule=${rule}&plate=${encodeURIComponent(plate)}&limit=50`);
  const found = alerts.find(isMeant);
  check(found, `there is no ${rule} of ${plate} that is meant: ${JSON.stringify(alerts)}`);
  return found;
}

/** Waits until an element shows all of these texts. */
export async function shows(page, selector, ...texts) {
  for (const text of texts) await page.locator(selector).filter({ hasText: text }).first().waitFor();
}

/** Presses the button of a move in the open case, answers what it asks, and waits until it is on file. */
export async function move({ api, check: holds }, page, id, name, { side, culprit, note } = {}) {
  const before = (await api(page, `/cases/${id}`)).version;
  await page.click(`[data-move-button="${name}"]`);
  if (side !== undefined) {
    await page.waitForSelector('.ant-modal [data-sides]');
    await page.keyboard.type(side);
    await page.keyboard.press('Enter');
  }
  if (culprit !== undefined) await page.locator('.ant-modal .ant-radio-wrapper').nth(culprit ? 0 : 1).click();
  if (note !== undefined) await page.fill('.ant-modal textarea', note);
  if (side !== undefined || culprit !== undefined || note !== undefined) await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForSelector(`[data-case-detail="${before + 1}"]`);
  const { steps } = await api(page, `/cases/${id}`);
  holds(steps[before]?.move === name, `case ${id} is not moved by ${name}: ${JSON.stringify(steps)}`);
}

export async function openCase(page, id) {
  await page.goto(`${base}/#/cases/${id}`);
  await page.waitForSelector('[data-move-button], [data-case-detail]:not([data-case-detail=""])');
}

/** A phone on the way, at a place; signed in. */
export async function phoneOf({ browser, patience }, who, [longitude, latitude]) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN',
    permissions: ['geolocation'], geolocation: { longitude, latitude, accuracy: 8 },
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(`${base}/m`);
  await page.fill('input[name="login"]', who);
  await page.fill('input[name="password"]', password);
  await page.click('button[type="submit"]');
  await page.waitForSelector('.phone');
  return page;
}

export const placeOf = (name) => process.env[name].split(',').map(Number);
