// What every walk through the pages needs: a browser, people who sign in, and how the page is held against what is on file.
//
// QINGTU_URL        base address, as http://127.0.0.1:8080
// QINGTU_LOGIN, QINGTU_PASSWORD   the other accounts have the same password
// CHROMIUM          path of the browser (/usr/bin/chromium)
// SCREENSHOTS       folder for the pictures (./screenshots)
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const base = process.env.QINGTU_URL ?? 'http://127.0.0.1:8080';
export const login = required('QINGTU_LOGIN');
export const password = required('QINGTU_PASSWORD');
export const folder = process.env.SCREENSHOTS ?? 'screenshots';
// Of every step: what ends it is seen, however slow the machine is; this only ends a test that has failed.
export const PATIENCE = Number(process.env.PATIENCE ?? 180_000);
const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

function required(name) {
  const value = process.env[name];
  if (value) return value;
  console.error(`e2e: the environment variable ${name} is missing`);
  process.exit(2);
}

class Failure extends Error {}
export function check(holds, message) {
  if (!holds) throw new Failure(message);
}

/** What no page may do, and has done. */
export const problems = [];
let browser;

export async function open(viewport = { width: 1440, height: 900 }, more = {}) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true, ...more });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('response', (response) => response.status() >= 500 && problems.push(`${response.status()} ${response.url()}`));
  return page;
}

export const picture = (page, name) => page.screenshot({ path: join(folder, name) });

export async function api(page, path) {
  const answer = await page.request.get(`${base}/api/v1${path}`, { timeout: PATIENCE });
  check(answer.ok(), `GET ${path} answered ${answer.status()}`);
  return answer.json();
}

/** Looks again until the page shows what is on file, both of which may change meanwhile. */
export async function agree(page, what, look) {
  const deadline = Date.now() + PATIENCE;
  let { shown, filed } = await look();
  while (shown !== filed && Date.now() < deadline) {
    await page.waitForTimeout(200); // between two looks: server and page change each by itself
    ({ shown, filed } = await look());
  }
  check(shown === filed, `${what}: the page shows ${shown}, on file are ${filed}`);
}

export async function enter(page, who, secret) {
  await page.fill('input[autocomplete="username"]', who);
  await page.fill('input[autocomplete="current-password"]', secret);
  await page.click('button[type="submit"]');
}

/** A page of its own in which somebody has signed in. */
export async function signedIn(who, viewport) {
  const page = await open(viewport);
  await page.goto(base);
  await enter(page, who, password);
  await page.waitForSelector('.topbar');
  return page;
}

export async function mapIsReady(page) {
  await page.waitForSelector('[data-map="ready"], [data-map="failed"]');
  const error = await page.getAttribute('.map', 'data-map-error');
  check(error === null, `the map reports: ${error}`);
  await cityIsSeen(page);
}

/** All but the city itself. */
const BESIDE_CITY = '.map > :not(.map-canvas), .fleet-canvas, .maplibregl-control-container { visibility: hidden !important }';
/** Of the map: what is no open land. */
const STREETS = 0.01;

/** The city is on the screen, not only what is drawn above it. */
export async function cityIsSeen(page) {
  const canvas = page.locator('.map .maplibregl-canvas');
  const deadline = Date.now() + PATIENCE;
  let streets = 0;
  while (streets < STREETS) {
    check(Date.now() < deadline, `the map shows no city: ${streets} of it are anything but land`);
    const png = await canvas.screenshot({ style: BESIDE_CITY });
    streets = await page.evaluate(shareBesideMost, png.toString('base64'));
  }
}

/** In the page: how much of a picture has another colour than most of it. */
async function shareBesideMost(base64) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const dots = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
  const counts = new Map();
  for (const dot of dots) counts.set(dot, (counts.get(dot) ?? 0) + 1);
  return 1 - Math.max(...counts.values()) / dots.length;
}

/** Until nothing turns and no map is on its way; what is awaited is seen, not guessed. */
export async function settled(page) {
  await page.waitForSelector('main.page');
  await page.waitForFunction(
    () =>
      document.querySelector('.ant-spin-spinning, .ant-skeleton-active') === null &&
      [...document.querySelectorAll('[data-map]')].every((map) => ['ready', 'failed'].includes(map.dataset.map)),
  );
}

/** Runs a walk that tells in a line what it has seen; ends with 1 and one clear line where it fails. */
export async function run(walk) {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, timeout: PATIENCE });
  const tools = { base, browser, password, patience: PATIENCE, api, agree, check, picture, signedIn };
  try {
    await mkdir(folder, { recursive: true });
    const seen = await walk(tools);
    check(problems.length === 0, problems.join('; '));
    console.log(`e2e: ${seen}; pictures in ${folder}`);
  } catch (error) {
    for (const [n, page] of browser.contexts().flatMap((context) => context.pages()).entries()) {
      await picture(page, `failure-${n}.png`).catch(() => undefined);
    }
    const also = problems.length > 0 ? ` [also: ${problems.join('; ')}]` : '';
    console.error(`e2e: ${error instanceof Failure ? error.message : error.stack}${also}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
