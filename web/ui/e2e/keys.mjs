// A night without a mouse: from the sign-in to a rejected alert and to one that is confirmed and made a case, by the keyboard alone.
const LAPTOP = { width: 1366, height: 768 };
/** From the top of a page to the third line of its menu. */
const MOST_TABS = 8;
/** A decision is to take under a minute: nobody presses more keys than one a second. */
const MOST_KEYS = 20;

class Keyboard {
  constructor(page) {
    this.page = page;
    this.pressed = 0;
  }

  async press(key) {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  /** Goes on by Tab until something has the focus, which has to be seen there. */
  async tabTo(selector) {
    for (let n = 0; n < MOST_TABS; n += 1) {
      await this.press('Tab');
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) && getComputedStyle(document.activeElement).outlineStyle !== 'none', selector)) return true;
    }
    return false;
  }
}

/** The alert that is on the desk with its evidence. */
async function onTheDesk(page, other = '') {
  const selector = `[data-decision]:not([data-decision="${other}"])[data-review="OPEN"]`;
  await page.waitForSelector(selector);
  await page.waitForSelector('[data-evidence="ready"]');
  return page.getAttribute(selector, 'data-decision');
}

export async function decideByKeys({ signedIn, api, check, picture }) {
  const page = await signedIn('jianguan1', LAPTOP);
  const keys = new Keyboard(page);
  check(await keys.tabTo('.topbar nav a[href="#/review"]'), `${MOST_TABS} times Tab do not lead to the review desk, or do not show where they lead`);
  await keys.press('Enter');
  const first = await onTheDesk(page);
  await keys.press('r');
  await page.waitForSelector('.ant-modal .reasons');
  await keys.press('2');
  await picture(page, 'keys-reject.png');
  await keys.press('Enter');
  const second = await onTheDesk(page, first);
  const { review } = await api(page, `/alerts/${first}`);
  check(review?.decision === 'REJECTED' && review.reason === 'sensor_fault', `alert ${first} is ${JSON.stringify(review)} after R, 2 and Enter`);
  await keys.press('t');
  await page.waitForSelector('[data-case-detail]');
  const confirmed = await api(page, `/alerts/${second}`);
  // one of two sources becomes a case at once
  check(confirmed.grade === 'A' || confirmed.review?.decision === 'CONFIRMED', `alert ${second} is ${JSON.stringify(confirmed.review)} after T`);
  const made = await page.evaluate(() => location.hash.replace('#/cases/', ''));
  const { sourceList } = await api(page, `/cases/${made}`);
  check(sourceList.some(({ sourceId }) => sourceId === second), `case ${made} is not made of alert ${second}`);
  check(keys.pressed <= MOST_KEYS, `two decisions took ${keys.pressed} keys`);
  await page.context().close();
}
