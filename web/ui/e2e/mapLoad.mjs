// Shows a reporting fleet on the live map and measures the page; scripts/map-load.sh starts it. Prints one line of JSON.
//
// QINGTU_URL, QINGTU_LOGIN, QINGTU_PASSWORD, CHROMIUM   as for map.e2e.mjs
// SECONDS       that are measured
// SCREENSHOTS   folder for pictures of the city, the streets, and of a page that fails
// CPU_PROFILE   file for a profile of the page's main thread, to look into it
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { lookOnMap, overCluster } from './pointer.mjs';

const base = process.env.QINGTU_URL;
const seconds = Number(process.env.SECONDS);
const VIEW = { width: 1920, height: 1080 };
const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE = 120_000;
/** From the first picture of the fleet to the first figure. */
const SETTLE_MS = 10_000;
/** One round of what a supervisor looks at, ms: the city, some clusters opened, the vehicles there. */
const CITY_MS = 20_000;
const OPENED_MS = 3_000;
const STREETS_MS = 25_000;
/** Looks at the heap, and from one to the next, ms. */
const HEAP_SAMPLES = 4;
const HEAP_APART_MS = 1500;
/** Until an alarm that is on the screen is decided on. */
const DECIDE_MS = 10_000;

const picture = async (page, name) => {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `map-load-${name}.png`) });
};

/** In the page before its own scripts: notes long tasks, and when each alarm is on the screen. */
function observe() {
  window.load = { longTasks: [], alerts: {} };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.load.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  const note = () =>
    requestAnimationFrame(() => {
      for (const row of document.querySelectorAll('.strip [data-alert]')) window.load.alerts[row.dataset.alert] ??= Date.now();
    });
  document.addEventListener('DOMContentLoaded', () => new MutationObserver(note).observe(document.body, { childList: true, subtree: true }));
}

/** Signs in and keeps the session, so that the page that is measured begins as that of somebody who comes back. */
async function signIn(browser) {
  const context = await browser.newContext();
  const { QINGTU_LOGIN: login, QINGTU_PASSWORD: password } = process.env;
  const answer = await context.request.post(`${base}/api/v1/session`, { data: { login, password }, headers: { 'X-Requested-With': 'qingtu' } });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Opens the page with an empty cache; bytes of JavaScript as they were sent. */
async function open(page, session) {
  const scripts = new Map();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => /javascript/.test(response.mimeType) && scripts.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto(`${base}/#/live`);
  await page
    .waitForFunction(() => performance.getEntriesByName('fleet-drawn').length > 0, null, { timeout: PATIENCE })
    .catch(async (error) => {
      await picture(page, 'failed');
      throw error;
    });
  const paint = await page.evaluate(() => ({
    firstPaintMs: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
    fleetDrawnMs: Math.round(performance.getEntriesByName('fleet-drawn')[0].startTime),
    vehicles: Number(document.querySelector('.tree-tab.tab-all b').textContent),
  }));
  await session.send('Network.disable');
  return { ...paint, firstPageScriptBytes: bytes };
}

/** The least of some moments: a list that is just made anew is held twice, 5 MB more than before and after. */
async function heapMb(page, session) {
  let least = Infinity;
  for (let n = 0; n < HEAP_SAMPLES; n += 1) {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    least = Math.min(least, metrics.find(({ name }) => name === 'JSHeapUsedSize').value);
    await page.waitForTimeout(HEAP_APART_MS);
  }
  return Math.round(least / 1e4) / 100;
}

/** Seconds of CPU time: of the page's main thread, and of the browser's processes by their type. */
async function cpu(browserSession, session) {
  const { processInfo } = await browserSession.send('SystemInfo.getProcessInfo');
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = { mainThread: metrics.find(({ name }) => name === 'TaskDuration').value };
  for (const { type, cpuTime } of processInfo) seconds[type] = (seconds[type] ?? 0) + cpuTime;
  return seconds;
}

/** Clicks where the pointer says that something opens; whether it found that. */
async function openCluster(page) {
  const at = await lookOnMap(page, overCluster);
  if (at) await page.mouse.click(at.x, at.y);
  return at !== null;
}

/** Confirms what has been on the screen for a while, as the supervisor would. */
async function decide(page, decided) {
  const shown = await page.evaluate(() => window.load.alerts);
  for (const [id, at] of Object.entries(shown)) {
    if (decided.has(id) || Date.now() - at < DECIDE_MS) continue;
    decided.add(id);
    const answer = await page.request.post(`${base}/api/v1/alerts/${id}/reviews`, {
      data: { decision: 'CONFIRMED', reason: '', note: '' },
      headers: { 'X-Requested-With': 'qingtu' },
    });
    // else alarms would pile up, and the strip shows the most urgent only
    if (!answer.ok()) throw new Error(`the review of alarm ${id} answered ${answer.status()}`);
  }
}

async function until(page, moment, decided) {
  while (performance.now() < moment) {
    await decide(page, decided);
    await page.waitForTimeout(Math.max(0, Math.min(2000, moment - performance.now())));
  }
}

/** Rounds until the time is over; clusters that were opened. */
async function lookAround(page, end, decided) {
  let opened = 0;
  const rest = (ms) => until(page, Math.min(end, performance.now() + ms), decided);
  while (performance.now() < end) {
    await rest(CITY_MS);
    for (let deep = 0; deep < 4 && performance.now() < end && (await openCluster(page)); deep += 1) {
      opened += 1;
      await rest(OPENED_MS);
    }
    await rest(STREETS_MS);
    await page.click('.map-buttons [data-go="city"]');
  }
  return opened;
}

function longTasks(tasks, from, to) {
  const within = tasks.filter(([start]) => start >= from && start < to).map(([, duration]) => duration);
  const sum = within.reduce((a, b) => a + b, 0);
  return {
    longTaskShare: Number((sum / (to - from)).toFixed(4)),
    // what a task takes beyond the 50 ms that nobody notices
    blockedShare: Number(((sum - 50 * within.length) / (to - from)).toFixed(4)),
    longTasks: within.length,
    longestTaskMs: Math.round(Math.max(0, ...within)),
  };
}

async function alerts(page, from) {
  const shown = await page.evaluate(() => window.load.alerts);
  const rows = [];
  for (const [id, shownAt] of Object.entries(shown)) {
    if (shownAt < from) continue;
    const { rule, plate, decided, revisions } = await (await page.request.get(`${base}/api/v1/alerts/${id}`)).json();
    rows.push({ id, rule, plate, decided, filed: revisions[0].at, shownAt });
  }
  return rows;
}

async function measure(browser) {
  const context = await browser.newContext({ viewport: VIEW, locale: 'zh-CN', storageState: await signIn(browser) });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(observe);
  const frames = { count: 0, bytes: 0 };
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      frames.count += 1;
      frames.bytes += payload.length;
    }),
  );
  const session = await context.newCDPSession(page);
  const browserSession = await browser.newBrowserCDPSession();
  const opening = await open(page, session);
  console.error(`map-load: ${JSON.stringify(opening)}`);
  await page.waitForTimeout(SETTLE_MS);
  await picture(page, 'city');

  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const heap = { begin: await heapMb(page, session) };
  if (process.env.CPU_PROFILE) {
    await session.send('Profiler.enable');
    await session.send('Profiler.start');
  }
  const before = { cpu: await cpu(browserSession, session), frames: { ...frames } };
  const fromWall = Date.now();
  const from = await page.evaluate(() => performance.now());
  const begun = performance.now();
  const decided = new Set();
  const half = begun + (seconds * 1000) / 2;
  let opened = await lookAround(page, half, decided);
  heap.middle = await heapMb(page, session);
  opened += await lookAround(page, begun + seconds * 1000, decided);
  const to = await page.evaluate(() => performance.now());
  const after = await cpu(browserSession, session);
  if (process.env.CPU_PROFILE) {
    const { profile } = await session.send('Profiler.stop');
    await writeFile(process.env.CPU_PROFILE, JSON.stringify(profile));
  }
  heap.end = await heapMb(page, session);
  await picture(page, 'end');
  const took = (to - from) / 1000;
  const cores = Object.fromEntries(Object.entries(after).map(([name, time]) => [name, Number(((time - (before.cpu[name] ?? 0)) / took).toFixed(3))]));
  if (problems.length > 0) throw new Error(problems.join('; '));
  return {
    ...opening,
    seconds: Math.round(took),
    ...longTasks(await page.evaluate(() => window.load.longTasks), from, to),
    cores,
    heapMb: heap,
    clustersOpened: opened,
    frames: frames.count - before.frames.count,
    frameBytes: frames.bytes - before.frames.bytes,
    alerts: await alerts(page, fromWall),
  };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS, timeout: PATIENCE });
try {
  console.log(JSON.stringify(await measure(browser)));
} catch (error) {
  console.error(`map-load: ${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
