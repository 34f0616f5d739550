// Every page and dialog by picture, in each size, light and dark, Chinese and English, and what a machine can see of its faults.
// As the other walks against a running server; beside what tools.mjs is told:
//
// SCENES   only those whose name holds one of these words, by commas
// LOOKS    only these of the looks below, by commas
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { faultsOf, unseenFocus } from './gallery/faults.mjs';
import { SCENES } from './gallery/scenes.mjs';
import { base, folder, open, enter, password, picture, run, settled, api } from './tools.mjs';

const LOOKS = [
  { look: 'laptop', viewport: { width: 1366, height: 768 } },
  { look: 'wall', viewport: { width: 1920, height: 1080 } },
  { look: 'phone', viewport: { width: 390, height: 844 } },
  { look: 'dark', viewport: { width: 1366, height: 768 }, theme: 'dark' },
  { look: 'english', viewport: { width: 1366, height: 768 }, language: 'en' },
  { look: 'night', viewport: { width: 390, height: 844 }, theme: 'dark', language: 'en' },
];
/** A scene that cannot be played is a fault like others. */
const SCENE_PATIENCE = 20_000;

const wanted = (list) => (name) => !list || list.split(',').some((word) => name.includes(word));
const isWanted = wanted(process.env.SCENES);
const looks = LOOKS.filter(({ look }) => wanted(process.env.LOOKS)(look));

async function enterAs(who, { viewport, theme = 'light', language = 'zh' }) {
  const localStorage = [{ name: 'qingtu.theme', value: theme }, { name: 'qingtu.language', value: language }];
  const page = await open(viewport, { reducedMotion: 'reduce', storageState: { cookies: [], origins: [{ origin: new URL(base).origin, localStorage }] } });
  await page.goto(base);
  await enter(page, who, password);
  await page.waitForSelector('.topbar');
  page.context().setDefaultTimeout(SCENE_PATIENCE);
  return page;
}

async function take(page, { name, at, act }, look) {
  const address = typeof at === 'string' ? at : await at({ api, page });
  if (address === null) return ['there is nothing to show'];
  const aside = address.startsWith('/');
  const rest = () => (aside ? page.waitForSelector('main h2, main li, main p') : settled(page));
  await page.goto('about:blank');
  await page.goto(`${base}${aside ? address : `/#/${address}`}`);
  await rest();
  if (act) await act(page);
  await rest();
  await page.waitForTimeout(700); // for the picture: names, tiles and dialogs still fade in
  await picture(page, `${name}.${look}.png`);
  return [...(await faultsOf(page)), ...(act ? [] : await unseenFocus(page))];
}

await run(async () => {
  const list = join(folder, 'faults.txt');
  await rm(list, { force: true });
  let [pictures, found] = [0, 0];
  for (const { look, ...how } of looks) {
    const pages = new Map();
    for (const scene of SCENES.filter(({ name }) => isWanted(name))) {
      if (!pages.has(scene.who)) pages.set(scene.who, await enterAs(scene.who, how));
      const faults = await take(pages.get(scene.who), scene, look).catch((error) => [`cannot be played: ${error.message.split('\n')[0]}`]);
      await appendFile(list, faults.map((fault) => `${scene.name} ${look}: ${fault}\n`).join(''));
      found += faults.length;
      pictures += 1;
    }
    for (const page of pages.values()) await page.context().close();
  }
  return `${pictures} pictures, ${found} faults, listed in faults.txt beside them`;
});
