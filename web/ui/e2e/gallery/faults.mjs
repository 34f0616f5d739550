// What a machine can see of a page that somebody would not want to work with: text that is cut off, what stands outside the window, words
// that are missing, what has no name for those who hear the page, too little contrast (axe-core, WCAG 2.1 A and AA).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** antd's own: a combobox names its list before the list is there, a bar of tabs holds a button beside its tabs, a group is told that it is
    required; and what scrolls is reached by keyboard in browsers of our day. */
const NOT_OURS = ['aria-valid-attr-value', 'aria-required-children', 'aria-allowed-attr', 'scrollable-region-focusable'];
/** How far into a page it is followed where Tab leads. */
const TABS = 16;

/** Between two looks: longer than anything fades, opens or is replaced by a report that comes. */
const FADED_MS = 1000;

/** The faults of what is shown, each with the element that has it. What is gone at a second look was on its way in or out. */
export async function faultsOf(page) {
  const first = await faultsNow(page);
  if (first.length === 0) return first;
  await page.waitForTimeout(FADED_MS);
  const second = new Set(await faultsNow(page));
  return first.filter((fault) => second.has(fault));
}

async function faultsNow(page) {
  return [...(await page.evaluate(misplaced)), ...(await page.evaluate(wordless)), ...(await inaccessible(page))];
}

async function inaccessible(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (off) => {
    const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
    const { violations } = await window.axe.run({ exclude: ['.maplibregl-map'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `${id} (${any[0]?.message ?? help}): ${target.join(' ')}`));
  }, NOT_OURS);
}

/** Goes on by Tab: whatever has the focus is to be seen, and that it has it, once it has scrolled or faded in. */
export async function unseenFocus(page) {
  const faults = [];
  for (let n = 0; n < TABS; n += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(focusFault)) === null) continue;
    await page.waitForTimeout(FADED_MS);
    const fault = await page.evaluate(focusFault);
    if (fault) faults.push(fault);
  }
  return [...new Set(faults)];
}

/** Runs in the page. Some are drawn by what is around them: a field by its frame, a box to be ticked by its label. */
function focusFault() {
  const held = document.activeElement;
  if (!held || held === document.body) return null;
  const name = `${held.tagName.toLowerCase()}.${held.className} "${(held.getAttribute('aria-label') ?? held.textContent ?? '').trim().slice(0, 30)}"`;
  // a choice of several has its inputs below their labels, without a size
  const { width, height, right, bottom, left, top } = (held.offsetWidth < 1 ? held.parentElement : held).getBoundingClientRect();
  const scrolled = held.closest('.ant-table-header') !== null;
  if (width < 1 || height < 1 || (!scrolled && (right < 0 || bottom < 0 || left > innerWidth || top > innerHeight))) return `has the focus out of sight: ${name}`;
  for (let box = held, far = 0; box && far < 4; box = box.parentElement, far += 1) {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
    if ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none') return null;
  }
  return `does not show that it has the focus: ${name}`;
}

/** Runs in the page. */
function misplaced() {
  // by a script of the table's own
  const SCROLLED = '.ant-table-tbody-virtual-holder, .ant-table-tbody-virtual-holder > div, .ant-table-header';
  const faults = [];
  const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${element.textContent.trim().slice(0, 40)}"`;
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 1) faults.push(`the page is ${wide} px wider than its window`);
  const clips = (style) => /hidden|clip/.test(style.overflowX);
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
  for (const element of document.querySelectorAll('body *')) {
    if (!hasText(element) || element.closest('svg, script, style, [aria-hidden="true"], .maplibregl-map canvas, .ant-select-item-option, .ant-picker-dropdown') || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    if (text.width < 1 || text.height < 1) continue;
    let cut = null;
    for (let box = element; box && cut === null; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (/auto|scroll/.test(style.overflowX + style.overflowY) || box.matches(SCROLLED)) break;
      const edge = box.getBoundingClientRect();
      if (clips(style) && style.textOverflow !== 'ellipsis' && edge.width > 1 && (text.right > edge.right + 1.5 || text.left < edge.left - 1.5)) cut = box;
      if (/hidden|clip/.test(style.overflowY) && style.webkitLineClamp === 'none' && edge.height > 1 && text.bottom > edge.bottom + 3) cut = box;
      if (style.textOverflow === 'ellipsis' && clips(style)) {
        if (box.scrollWidth > box.clientWidth + 1 && !element.closest('[title]') && !box.querySelector('[title]')) cut = box;
        break;
      }
      if (box === document.body && (text.right > innerWidth + 1 || text.left < -1)) cut = box;
    }
    if (cut) faults.push(`cut off: ${name(element)} by ${name(cut).split(' "')[0]}`);
  }
  for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) faults.push(`out of the order of Tab: ${name(element)}`);
  for (const element of document.querySelectorAll('main *, .ant-modal *, .ant-drawer *')) {
    const pointer = (one) => one !== null && getComputedStyle(one).cursor === 'pointer';
    if (!pointer(element) || pointer(element.parentElement) || !element.checkVisibility()) continue;
    const inside = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), label, [role="option"], [role="menuitem"], [role="tab"], [role="treeitem"]';
    if (!element.closest(inside) && element.querySelector(inside) === null && !element.closest('.maplibregl-map, .ant-input-number-action, .ant-table-tbody-virtual-scrollbar')) faults.push(`only by pointer: ${name(element)}`);
  }
  return faults;
}

/** Runs in the page. Codes of the server and holes in the dictionary; in Chinese, sentences that were left English. */
function wordless() {
  const faults = [];
  const chinese = document.documentElement.lang === 'zh-CN';
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data, parentElement } = words.currentNode;
    const text = data.trim();
    if (text === '' || !parentElement.checkVisibility() || parentElement.closest('script, style, code, pre, .hex, [data-raw], .maplibregl-map')) continue;
    const missing = /\b(undefined|NaN|null|Invalid Date|\[object Object\])/.test(text) || /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text);
    const foreign = chinese && /\b[a-z]{3,} [a-z]{2,} [a-z]{2,}\b/.test(text);
    if (missing || foreign) faults.push(`${missing ? 'no word' : 'not Chinese'}: "${text.slice(0, 60)}" in ${parentElement.tagName.toLowerCase()}.${parentElement.className}`);
  }
  return faults;
}
