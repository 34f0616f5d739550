// Everybody's own desk: each role signs in and walks through every page of its menu, at the width that it works with. No page may ask
// for what the server refuses, fail, or be wider than its window; a picture of each is kept. What a machine sees of faults is looked for
// once on each page at each width: the gallery looks at every dialog, too.

import { faultsOf, unseenFocus } from './gallery/faults.mjs';
import { settled } from './tools.mjs';

const LAPTOP = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };

/** Who looks from where, and the page that he or she begins with. */
const DESKS = [
  { login: 'jianguan2', first: 'live', viewport: WALL },
  { login: 'huanwei1', first: 'live', viewport: LAPTOP },
  { login: 'diaodu1', first: 'live', viewport: LAPTOP },
  { login: 'zhifa1', first: 'cases', viewport: PHONE },
  { login: 'lingdao1', first: 'overview', viewport: PHONE },
  { login: 'admin', first: 'live', viewport: LAPTOP },
  { login: 'guize1', first: 'live', viewport: LAPTOP },
  { login: 'shenji1', first: 'live', viewport: LAPTOP },
  { login: 'gongdi3', first: 'waybills', viewport: PHONE },
  { login: 'anzhuang1', first: 'devices', viewport: PHONE },
];

async function walk(tools, { login, first, viewport }, looked) {
  const { signedIn, check, picture } = tools;
  const page = await signedIn(login, viewport);
  const refused = [];
  page.on('response', (answer) => answer.status() >= 400 && refused.push(`${answer.status()} ${answer.url()}`));
  await page.waitForSelector(`.topbar nav a[href="#/${first}"].on`, { state: 'attached' });
  const pages = await page.locator('.topbar nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const href of pages) {
    await page.evaluate((to) => location.assign(to), href);
    await page.waitForSelector(`.topbar nav a[href="${href}"].on`, { state: 'attached' });
    await settled(page);
    const name = href.replace('#/', '');
    check((await page.locator('main .ant-result-warning').count()) === 0, `${login}: the page ${name} fails`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(wide <= 1, `${login}: the page ${name} is ${wide} px wider than ${viewport.width}`);
    await picture(page, `role-${login}-${name}.png`);
    const place = `${name} at ${viewport.width}`;
    if (!looked.has(place)) looked.set(place, [...(await faultsOf(page)), ...(await unseenFocus(page))]);
  }
  check(refused.length === 0, `${login} is shown what the server refuses: ${refused.join(', ')}`);
  await page.context().close();
  return pages.length;
}

/** Every page that has an address, in the menu or not. */
const ADDRESSES = ['live', 'playback', 'review', 'cases', 'waybills', 'accounts', 'sessions', 'tokens', 'webhooks', 'audit', 'shifts', 'sweeping', 'trips', 'overview', 'reports', 'past', 'reverse', 'plan', 'register', 'leads', 'gap', 'linked', 'rules', 'inspector', 'terminals', 'devices', 'vehicle'];
/** What says that it fails where it is asked for nothing. */
const OF_ONE_THING = ['gap', 'linked', 'vehicle'];
/** Who has the fewest rights, each with what is not for him or her at least. */
const STRANGERS = [
  { login: 'huanwei1', refused: ['shifts', 'audit', 'accounts'] },
  { login: 'admin', refused: ['shifts', 'audit'] },
  { login: 'diaodu1', refused: ['shifts', 'audit', 'terminals'] },
  { login: 'zhifa1', refused: ['shifts', 'audit', 'reports', 'webhooks'] },
  { login: 'gongdi3', refused: ['live', 'shifts', 'devices', 'vehicle'] },
  { login: 'anzhuang1', refused: ['live', 'shifts', 'cases', 'waybills'] },
];

/** What somebody opens by an address that others have sent: what is not for him or her says so in the own language, with a way on. */
async function stray({ signedIn, check, picture }, { login, refused }) {
  const page = await signedIn(login, LAPTOP);
  const own = await page.locator('.topbar nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href').replace('#/', '')));
  for (const name of ADDRESSES.filter((one) => !own.includes(one))) {
    await page.evaluate((to) => location.assign(to), `#/${name}`);
    await settled(page);
    const said = await page.locator('main').innerText();
    check(!/the role [A-Z_]+|may not|does not read|names every company/.test(said), `${login} reads on ${name} what the server says: ${said.slice(0, 200)}`);
    check(OF_ONE_THING.includes(name) || (await page.locator('main .ant-result-warning').count()) === 0, `${login}: the page ${name} fails`);
    if (!refused.includes(name)) continue;
    check((await page.locator('main [data-forbidden] a').count()) === 1, `${login} is not told on ${name} that it is not for him or her, with the way to what is`);
  }
  await page.evaluate(() => location.assign('#/shifts'));
  await page.waitForSelector('main [data-forbidden]');
  await picture(page, `forbidden-${login}.png`);
  await page.click('main [data-forbidden] a');
  await page.waitForSelector('main [data-forbidden]', { state: 'detached' });
  await page.context().close();
}

export async function walkEveryDesk(tools) {
  let pages = 0;
  const looked = new Map();
  for (const desk of DESKS) pages += await walk(tools, desk, looked);
  for (const one of STRANGERS) await stray(tools, one);
  const faults = [...looked].flatMap(([place, found]) => found.map((fault) => `${place}: ${fault}`));
  tools.check(faults.length === 0, `${faults.length} faults: ${faults.slice(0, 40).join('; ')}`);
  return pages;
}
