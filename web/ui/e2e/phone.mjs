// The page for phones on a weak line: an officer takes a photo and answers while the line is down, reloads, and has it sent once,
// with its photo, when the line is back. The line is a relay of our own that is really cut, so that the page's worker feels it too.
import { connect, createServer } from 'node:net';
import { move } from './cases.mjs';

/** Between browser and server; on one port, whether it is up or down. */
export class WeakLine {
  constructor(base) {
    this.to = new URL(base);
    this.sockets = new Set();
  }

  async up() {
    this.server = createServer((near) => {
      const far = connect(Number(this.to.port), this.to.hostname);
      for (const [one, other] of [[near, far], [far, near]]) {
        this.sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => this.sockets.delete(one) && other.destroy());
        one.pipe(other);
      }
    });
    await new Promise((resolve, reject) => this.server.once('error', reject).listen(this.port ?? 0, '127.0.0.1', resolve));
    this.port = this.server.address().port;
    return `http://127.0.0.1:${this.port}`;
  }

  async down() {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

/** Another picture of the page serves as one of the place: a real JPEG. */
export const photoOf = async (page) => ({ name: 'place.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) });

/** Somebody signs in on a phone that stands at a place. */
export async function phoneOf({ browser, password, patience, check }, address, login, { lon, lat }) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN',
    permissions: ['geolocation'], geolocation: { longitude: lon, latitude: lat, accuracy: 8 },
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.on('pageerror', (error) => check(false, `script error on the phone: ${error.message}`));
  await page.goto(`${address}/m`);
  await page.fill('input[name="login"]', login);
  await page.fill('input[name="password"]', password);
  await page.click('button[type="submit"]');
  return page;
}

/** Says something with a photo while the line is down; it waits over a reload, and is sent when the line is back. */
export async function toldOverAWeakLine(page, line, { picture }, { sheet, words, move, name }) {
  await page.waitForSelector('html[data-kept]', { state: 'attached' });
  await line.down();
  await page.fill(`${sheet} textarea`, words);
  await page.setInputFiles(`${sheet} input[type="file"]`, await photoOf(page));
  await page.waitForSelector('[data-picked="1"] img');
  await picture(page, name);
  await page.click('[data-tell]');
  await page.waitForSelector(`[data-queued="waiting"][data-move="${move}"]`);
  await page.waitForSelector('[data-tell]', { state: 'detached' }); // what waits to be sent is not offered again
  await page.reload();
  await page.waitForSelector(`[data-queued="waiting"][data-move="${move}"]`);
  await line.up();
  await page.reload();
  await page.waitForSelector(`[data-queued="sent"][data-move="${move}"]`);
}

/** The officer asks for more time on the phone, and the desk, which did not ask, grants it: only then the limit ends later. */
async function extended(tools, phone, id) {
  const { page: desk, base, api, check, picture } = tools;
  const { dueAt } = await api(desk, `/cases/${id}`);
  await phone.click('[data-move-button="ASK_EXTENSION"]');
  await phone.fill('[data-form="ASK_EXTENSION"] [data-more]', '0.5');
  await phone.fill('[data-form="ASK_EXTENSION"] textarea', '铲车在修，稍后到场');
  await picture(phone, 'phone-extension.png');
  await phone.click('[data-send="ASK_EXTENSION"]');
  await phone.waitForSelector('[data-queued="sent"][data-move="ASK_EXTENSION"]');
  check((await api(desk, `/cases/${id}`)).dueAt === dueAt, `the limit of case ${id} has moved before anybody has granted it`);
  await desk.goto(`${base}/#/cases/${id}`);
  await desk.waitForSelector('[data-extension-note="ASKED"]');
  await desk.click('[data-asked]');
  await desk.waitForSelector(`[data-case="${id}"] [data-extension="ASKED"]`);
  await picture(desk, 'case-extension.png');
  await desk.click('[data-asked]');
  await move(tools, id, 'EXTEND', () => desk.fill('.ant-modal textarea', '同意'));
  const after = await api(desk, `/cases/${id}`);
  check(after.extended && Date.parse(after.dueAt) > Date.parse(dueAt), `case ${id} was extended and is due at ${after.dueAt}, before at ${dueAt}`);
}

/** A case on the ledger has a day on which it is looked at again; to look at it moves that day. */
async function kept(tools, id) {
  const { page: desk, api, check, picture } = tools;
  await move(tools, id, 'PUT_ON_LEDGER', () => desk.fill('.ant-modal textarea', '产权单位待查'));
  await desk.waitForSelector('[data-case-detail] [data-review="later"]');
  const { reviewAt } = await api(desk, `/cases/${id}`);
  await move(tools, id, 'KEEP_ON_LEDGER', () => desk.fill('.ant-modal textarea', '产权单位仍待查'));
  const after = await api(desk, `/cases/${id}`);
  check(after.stage === 'ON_LEDGER' && Date.parse(after.reviewAt) > Date.parse(reviewAt), `case ${id} is ${after.stage}, to be looked at on ${after.reviewAt}, before on ${reviewAt}`);
  await picture(desk, 'case-ledger.png');
}

export async function answerOnAPhone(tools, id) {
  const { page: desk, base, api, check, picture } = tools;
  const place = await api(desk, `/cases/${id}`);
  const line = new WeakLine(base);
  const address = await line.up();
  const page = await phoneOf(tools, address, 'zhifa1', place);
  await page.waitForSelector(`[data-case="${id}"]`);
  await page.waitForSelector('html[data-kept]', { state: 'attached' });
  await picture(page, 'phone-cases.png');
  await page.click(`[data-case="${id}"]`);
  check((await page.getAttribute('.phone-ways a', 'href')).startsWith('geo:'), 'the case has no way to its place');

  await extended(tools, page, id);

  await line.down();
  await page.click('[data-move-button="ANSWER"]');
  await page.fill('[data-form="ANSWER"] textarea', '已到现场清理');
  await page.setInputFiles('[data-form="ANSWER"] input[type="file"]', await photoOf(page));
  await page.waitForSelector('[data-photo]');
  await picture(page, 'phone-answer.png');
  await page.click('[data-send="ANSWER"]');
  await page.waitForSelector('[data-queued="waiting"][data-move="ANSWER"]');
  await page.waitForSelector('[data-online="false"]');
  check((await page.locator('[data-move-button="ANSWER"]').count()) === 0, 'what waits to be sent is offered again');
  await page.reload();
  await page.waitForSelector('[data-queued="waiting"][data-move="ANSWER"]');
  await picture(page, 'phone-waiting.png');

  await line.up();
  await page.reload();
  await page.waitForSelector('[data-queued="sent"][data-move="ANSWER"]');
  await page.reload();
  await page.waitForSelector('[data-queued="sent"][data-move="ANSWER"]');
  await page.waitForSelector('[data-online="true"]');
  await picture(page, 'phone-sent.png');
  await page.context().close();
  await line.down();

  const { steps, photos, stage } = await api(desk, `/cases/${id}`);
  const answers = steps.filter(({ move }) => move === 'ANSWER');
  check(answers.length === 1 && photos.length === 1 && stage === 'FEEDBACK', `case ${id} is ${stage} with ${answers.length} answers and ${photos.length} photos`);
  check(answers[0].photoId === photos[0].id && photos[0].fault === null, `the photo of case ${id} does not show its place: ${JSON.stringify(photos[0])}`);
  await desk.goto(`${base}/#/cases/${id}`);
  await desk.waitForSelector('[data-photos="1"] img');
  await desk.waitForFunction(() => document.querySelector('[data-photos] img').naturalWidth > 0);
  await picture(desk, 'case-photo.png');
  await kept(tools, id);
}
