// Drives the pages in a real browser against a running server: sign in, see a vehicle move, open an
// alert with its evidence, confirm it, make it a case that an officer handles and answers on a phone without a line, find it among all cases, have a company explain an alert with a photo and appeal against it, take a call, ask on from alerts, decide by the keyboard alone, draw and import places, change a limit by two people, see what the administrator is not offered, talk to a terminal, look at its picture, at its device and its permits, download the report. Ends with 1 and one clear line on failure. What it is told by the environment stands in tools.mjs.
import { readFile } from 'node:fs/promises';
import { administerAlone } from './administrator.mjs';
import { appealAgainstTheCity } from './appeal.mjs';
import { takeACall } from './callIn.mjs';
import { closeTheLoop } from './cases.mjs';
import { lookAfterDevices } from './devices.mjs';
import { keepTheDesk, sendByHand } from './duty.mjs';
import { explainToTheCity } from './explain.mjs';
import { followLeads } from './leads.mjs';
import { changeALimit } from './limits.mjs';
import { answerOnAPhone } from './phone.mjs';
import { decideByKeys } from './keys.mjs';
import { keepThePlan } from './plan.mjs';
import { lookOnMap, overVehicle } from './pointer.mjs';
import { freezeChosenDays } from './reports.mjs';
import { walkEveryDesk } from './roles.mjs';
import { findTheCase } from './search.mjs';
import { planTheWork } from './tasks.mjs';
import { PATIENCE, agree, api, base, check, cityIsSeen, enter, login, mapIsReady, open, password, picture, run } from './tools.mjs';
import { lookAtTheDevice } from './vehicle.mjs';

async function signIn(page) {
  await page.goto(base);
  await enter(page, login, `${password}-wrong`);
  await page.waitForSelector('.signin .ant-alert-error');
  await picture(page, 'signin.png');
  await enter(page, login, password);
  await page.waitForSelector('.topbar');
}

/** The map is there again in a window of another size, and after the graphics card has lost it. */
async function mapOutlives(page) {
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: width - 90, height: height - 90 });
  await cityIsSeen(page);
  await page.setViewportSize({ width, height });
  await cityIsSeen(page);
  await page.evaluate(async () => {
    const canvas = document.querySelector('.map .maplibregl-canvas');
    const card = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    const lost = new Promise((done) => canvas.addEventListener('webglcontextlost', done, { once: true }));
    card.loseContext();
    await lost;
    await new Promise((done) => setTimeout(done)); // it may be restored once all have heard of it
    const restored = new Promise((done) => canvas.addEventListener('webglcontextrestored', done, { once: true }));
    card.restoreContext();
    await restored;
  });
  await cityIsSeen(page);
}

/** A vehicle that moves: its place in the API and its place on the drawn map both change. */
async function vehicleMoves(page) {
  await page.waitForSelector('[data-connection="live"]');
  const before = new Map((await api(page, '/positions')).positions.map((live) => [live.plate, live]));
  check(before.size > 0, 'there are no positions: no vehicle has reported');
  const deadline = Date.now() + PATIENCE;
  let plate = null;
  while (plate === null) {
    check(Date.now() < deadline, `none of ${before.size} vehicles has moved in ${PATIENCE / 1000} s`);
    await page.waitForTimeout(500); // between two looks: the vehicles move by themselves
    const moved = (await api(page, '/positions')).positions.find((live) => {
      const old = before.get(live.plate);
      return old && live.speedKmh > 10 && (old.lon !== live.lon || old.lat !== live.lat);
    });
    plate = moved?.plate ?? null;
  }
  await page.fill('.tree-panel input', plate);
  await page.click(`.tree-vehicle:has-text("${plate}")`);
  const card = page.locator(`[data-vehicle="${plate}"]`);
  await card.waitFor();
  // The card travels with the symbol: when it has moved on the screen, the symbol has.
  await page.waitForTimeout(1500); // a span in which a vehicle moves on the screen
  const first = JSON.stringify(await card.boundingBox());
  await page.waitForFunction(
    ([selector, old]) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box !== undefined && JSON.stringify({ x: box.x, y: box.y, width: box.width, height: box.height }) !== old;
    },
    [`[data-vehicle="${plate}"]`, first],
  );
  await picture(page, 'vehicle.png');
  await card.locator('header button').click();
  await card.waitFor({ state: 'detached' });
  await openBySymbol(page);
  // The picture of the map shall show the first view.
  await page.reload();
  await mapIsReady(page);
  return plate;
}

/** A click on a symbol opens the card of its vehicle, which may have driven on before the click. */
async function openBySymbol(page) {
  const deadline = Date.now() + PATIENCE;
  const card = page.locator('[data-vehicle]');
  while ((await card.count()) === 0) {
    check(Date.now() < deadline, 'no click on a symbol of the map opens a card');
    const at = await lookOnMap(page, overVehicle);
    if (at) await page.mouse.click(at.x, at.y);
  }
}

async function confirmAlert(page) {
  await page.waitForSelector('.strip [data-alert]');
  await page.waitForTimeout(1500); // for the picture: names and tiles still fade in
  await picture(page, 'map.png');
  const { alerts } = await api(page, '/alerts?review=OPEN&limit=100');
  const alert = alerts.find(({ plate, decision, status }) => plate && decision.length > 0 && (status === 'OPEN' || status === 'ENDED'));
  check(alert, 'there is no open alert of a vehicle with a decision trace');
  await page.goto(`${base}/#/review/${alert.id}`);
  await page.waitForSelector('[data-evidence="ready"]');
  await mapIsReady(page);
  await page.waitForSelector('[data-curves="ready"] canvas');
  await page.waitForTimeout(1500); // for the picture: names and tiles still fade in
  // the violation may go on while it is looked at: the page follows within a moment
  await agree(page, 'conditions and revisions', async () => {
    const { decision, revisions } = await api(page, `/alerts/${alert.id}`);
    const conditions = await page.locator('.trace tbody tr').count();
    const shown = await page.locator('[data-revision]').evaluateAll((rows) => rows.map((row) => row.dataset.revision));
    const filed = revisions.length < 2 ? [] : revisions.map(({ kind }) => kind);
    return { shown: `${conditions} ${shown}`, filed: `${decision.length} ${filed}` };
  });
  await picture(page, 'review.png');
  await page.keyboard.press('c');
  await page.waitForSelector('.ant-message-success, .ant-message-error');
  const { review } = await api(page, `/alerts/${alert.id}`);
  check(review?.decision === 'CONFIRMED', `alert ${alert.id} (${alert.rule}) is not confirmed after the key C`);
  return alert;
}

async function visit(page, name, ready) {
  await page.goto(`${base}/#/${name}`);
  await page.waitForSelector(ready);
  await page.waitForTimeout(1500); // for the picture: names and tiles still fade in
  await picture(page, `${name.split('/')[0]}.png`);
}

/** Asks the terminal of a vehicle for a picture and sends it a text; waits for both replies and for the picture. */
async function talkToTerminal(page, plate) {
  await page.goto(`${base}/#/vehicle/${encodeURIComponent(plate)}`);
  await page.waitForSelector('[data-vehicle-page]');
  const commandsOf = async () => (await api(page, `/vehicles/${encodeURIComponent(plate)}/commands`)).commands;
  const before = (await commandsOf()).length; // the driver may have been told of a road
  await page.click('[data-command="SNAPSHOT"]');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.locator('.ant-modal').waitFor({ state: 'hidden' });
  await page.click('[data-command="TEXT"]');
  await page.fill('.ant-modal textarea', '前方路段积水，请减速慢行');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForFunction((count) => {
    const rows = [...document.querySelectorAll('.commands > [data-state]')]; // the newest first
    return rows.length >= count + 2 && rows.slice(0, 2).every((row) => row.dataset.state === 'ANSWERED');
  }, before);
  const commands = await commandsOf();
  const [text] = commands.filter(({ kind }) => kind === 'TEXT');
  check(text?.state === 'ANSWERED' && text.result === 0, `the text is ${text?.state} with result ${text?.result}`);
  const photo = page.locator('[data-media] img').first();
  await photo.waitFor();
  await page.waitForFunction(() => (document.querySelector('[data-media] img')?.naturalWidth ?? 0) > 0);
  await page.locator('.commands > li').first().locator('button').click();
  await page.waitForSelector('.command-reply .command-way');
  await picture(page, 'terminal.png');
  await photo.click();
  await page.waitForSelector('dialog.viewer img');
  await page.keyboard.press('Escape');
  await page.locator('dialog.viewer').waitFor({ state: 'detached' });
}

async function downloadReport(page) {
  await visit(page, 'reports', '[data-download="pdf"]');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-download="pdf"]').first().click()]);
  const bytes = await readFile(await download.path());
  check(bytes.subarray(0, 4).toString() === '%PDF', `the report is no PDF: ${bytes.subarray(0, 60)}`);
  return bytes.length;
}

/** What the map shows of the present beside the vehicles, as it is switched on. */
async function layersOfNow(page) {
  const layers = page.locator('.map-buttons button').first();
  await layers.click();
  for (const layer of ['sweeping', 'cameras']) await page.check(`input[data-layer="${layer}"]`);
  await page.waitForSelector('.legend :text("卡口抓拍")');
  await page.waitForFunction(() => document.querySelectorAll('.legend .bar').length > 1); // the closures' own, and the sweeping's
  await layers.click();
  await cityIsSeen(page);
  await picture(page, 'live-now.png');
}

/** Two vehicles over one time, of which one is looked at and then the other. */
async function replayTogether(page, plate) {
  const { positions } = await api(page, '/positions');
  const other = positions.find((live) => live.plate !== plate).plate;
  await page.goto(`${base}/#/playback/${encodeURIComponent(plate)}?with=${encodeURIComponent(other)}`);
  await page.click(`.playback-plates button:has-text("${other}")`);
  await page.waitForSelector(`.playback-plates [aria-pressed="true"]:has-text("${other}")`);
  check((await page.locator('.playback-plates li').count()) === 2, 'two vehicles are not replayed together');
  await mapIsReady(page);
  await picture(page, 'replay-together.png');
}

await run(async (shared) => {
  const page = await open();
  await signIn(page);
  await mapIsReady(page);
  await mapOutlives(page);
  const plate = await vehicleMoves(page);
  await sendByHand(shared); // while the demo's windows run
  await layersOfNow(page);
  const alert = await confirmAlert(page);
  const tools = { ...shared, page };
  const made = await closeTheLoop(tools, alert);
  await answerOnAPhone(tools, made);
  const explained = await explainToTheCity(tools);
  const cleared = await appealAgainstTheCity(tools);
  await findTheCase(tools, made);
  await takeACall(tools);
  await followLeads(tools);
  await decideByKeys(tools);
  await keepThePlan(tools);
  await planTheWork(tools);
  await changeALimit(tools);
  await visit(page, `playback/${encodeURIComponent(plate)}`, '.playback-curve canvas');
  await replayTogether(page, plate);
  await visit(page, 'sweeping', '.board-desk [data-map="ready"], .board .ant-empty');
  await page.click('.legend .ant-segmented-item >> nth=1');
  await page.waitForSelector('.legend :text("当日未作业")');
  await visit(page, 'trips', '.ledger .ant-table-row, .ledger .ant-empty');
  await talkToTerminal(page, plate);
  await lookAtTheDevice(tools, plate);
  await visit(page, 'terminals', '[data-terminals="ready"] .ant-table-row');
  await lookAfterDevices(tools);
  await administerAlone(tools, plate, made);
  await keepTheDesk(tools);
  const size = await downloadReport(page);
  const frozen = await freezeChosenDays(tools);
  const pages = await walkEveryDesk(tools);
  return `${plate} moved, alert ${alert.id} (${alert.rule}) confirmed and case ${made} handled, ${explained} explained, ${cleared} cleared by an appeal, text and picture answered, report of ${size} bytes, ${frozen} frozen, ${pages} pages of all roles seen`;
});
