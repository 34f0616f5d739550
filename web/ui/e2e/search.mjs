// Old cases: from the board with the keyboard to the search, to one case by its number, and the address to somebody else.
import { readFile } from 'node:fs/promises';

/** Finds the case again among all that ever were, and takes exactly what was found as a file. */
export async function findTheCase({ page, base, api, check, picture }, id) {
  await page.goto(`${base}/#/cases`);
  await page.locator('[data-search-cases]').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-case-search] [data-found]');
  await picture(page, 'case-search.png');
  const { title } = await api(page, `/cases/${id}`);
  const word = title.split(' ').at(-1);
  await page.fill('[data-search-words]', word);
  await page.keyboard.press('Enter');
  await page.waitForFunction((wanted) => new URLSearchParams(location.hash.split('?')[1]).get('words') === wanted, word);
  await page.waitForSelector(`[data-found] [data-case="${id}"]`);
  const address = page.url();
  const { cases } = await api(page, `/cases?words=${encodeURIComponent(word)}&limit=500`);
  await page.click('[data-case-search] [data-export]');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.ant-dropdown-menu-item').first().click()]);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\n').length - 1;
  check(rows === cases.length, `the file holds ${rows} of ${cases.length} cases with ${word}`);
  await page.locator(`[data-found] [data-case="${id}"]`).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-case-detail]:not([data-case-detail=""])');
  await page.keyboard.press('Escape');
  await page.locator('[data-case-detail]').waitFor({ state: 'detached' });
  check(page.url() === address, `closed, the search is at ${page.url()} and was at ${address}`);
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForSelector(`[data-found] [data-case="${id}"]`);
}
