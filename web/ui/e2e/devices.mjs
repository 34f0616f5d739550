// The devices: the supervisor looks at what is the matter and makes a case of it; the installer stands beside a vehicle with a phone,
// orders a re-test of its terminal, sees what it really sends, takes a photo, and cannot sign while points are missing. The
// supervisor asks the vehicle's recorder for its VIN, which is another one. The administrator makes a key for another system, which is
// shown once, and revokes it.
const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1366, height: 768 };
const ICCID = '89860012345678901234';
const VIN = 'LXTSYNTH0AA000001';

async function reTest(tools) {
  const { base, signedIn, api, check, picture } = tools;
  const page = await signedIn('anzhuang1', PHONE);
  await page.context().grantPermissions(['geolocation'], { origin: base });
  await page.context().setGeolocation({ longitude: 119.1, latitude: 36.7, accuracy: 8 });
  const { terminals } = await api(page, '/terminals');
  const { plate, phone } = terminals.find(({ online }) => online);
  await page.waitForSelector('[data-installations]');
  await page.evaluate((to) => location.assign(to), `#/devices/installations?${new URLSearchParams({ plate, phone, reason: 'RETEST' })}`);
  await page.fill('.ant-modal input#vin', VIN);
  await page.fill('.ant-modal input#iccid', ICCID);
  await picture(page, 'installation-order.png');
  await page.click('.ant-modal .ant-btn-primary');
  await page.click('[data-sheet="ORDERED"] [data-begin]');
  await page.waitForSelector('[data-sheet="TESTING"]');
  await page.waitForSelector('[data-point="ACC"] .test-seen .good');
  check((await page.locator('[data-point="DRIVE"][data-passed="true"]').count()) === 0, 'a drive of no ten minutes has passed');
  const jpeg = { name: 'plate.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) };
  await page.setInputFiles('[data-kind="PLATE"] input[type="file"]', jpeg);
  await page.waitForSelector('[data-kind="PLATE"].passed img');
  check(await page.locator('[data-accept]').isDisabled(), 'an installation can be signed while points are missing');
  await picture(page, 'installation-test.png');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(wide <= 1, `the installer's page is ${wide} px wider than a phone`);
  await page.context().close();
  return plate;
}

/** A recorder that was set for no vehicle of ours: it is asked, is found on the health desk, and is asked there once more. */
async function askTheRecorder(tools, plate) {
  const { base, signedIn, check, picture } = tools;
  const page = await signedIn('jianguan1', LAPTOP);
  await page.goto(`${base}/#/vehicle/${encodeURIComponent(plate)}`);
  await page.waitForSelector('[data-vehicle-page]');
  await page.locator('.command-bar .ant-dropdown-trigger').first().click();
  await page.click('[data-command="QUERY_RECORDER_VEHICLE"]');
  await page.click('.commands > [data-kind="QUERY_RECORDER_VEHICLE"][data-state="ANSWERED"] > button');
  await page.waitForSelector('[data-recorder-vin="OTHER"]');
  check((await page.textContent('[data-recorder-vin]')).includes(VIN), 'the VIN on file is not named beside the one that was told');
  await picture(page, 'recorder.png');
  await page.evaluate(() => location.assign('#/devices/health?fault=OTHER_VIN'));
  await page.click('[data-finding="OTHER_VIN"] [data-ask-recorder]');
  await page.waitForSelector('[data-finding="OTHER_VIN"] [data-ask-recorder="ANSWERED"]');
  await picture(page, 'recorder-again.png');
  await page.context().close();
}

async function careForDevices(tools) {
  const { signedIn, check, picture } = tools;
  const page = await signedIn('jianguan1', LAPTOP);
  await page.click('.topbar nav a[href="#/devices"]');
  await page.waitForSelector('[data-devices="ready"]');
  await picture(page, 'devices.png');
  const open = page.locator('[data-dispatch]').first();
  if ((await open.count()) > 0) {
    await open.click();
    await page.waitForFunction(() => location.hash.startsWith('#/cases/'));
    await picture(page, 'device-case.png');
  }
  await page.evaluate(() => location.assign('#/devices/installations'));
  await page.waitForSelector('[data-installation]');
  check((await page.locator('[data-new-order]').count()) === 0, 'a supervisor is offered to bind terminals');
  await page.context().close();
}

async function makeAKey({ signedIn, check, picture, base }) {
  const page = await signedIn('admin', LAPTOP);
  await page.goto(`${base}/#/tokens`);
  await page.click('[data-add-token]');
  await page.fill('.ant-modal input#source', `e2e-${Date.now()}`);
  await page.click('.ant-modal .ant-btn-primary');
  await page.waitForSelector('[data-given]');
  check((await page.textContent('[data-given]')).length >= 32, 'the key is too short to be one');
  await picture(page, 'token-given.png');
  await page.click('.ant-modal .ant-btn-primary');
  await page.click('[data-revoke]');
  await page.click('.ant-modal-confirm .ant-btn-primary');
  await page.waitForSelector('[data-tokens] .ant-table-row:not(:has([data-revoke]))');
  await picture(page, 'tokens.png');
  await page.goto(`${base}/#/sessions`);
  await page.waitForSelector('[data-sessions] .ant-table-row');
  await picture(page, 'sessions.png');
  await page.context().close();
}

export async function lookAfterDevices(tools) {
  const plate = await reTest(tools);
  await askTheRecorder(tools, plate);
  await careForDevices(tools);
  await makeAKey(tools);
  return plate;
}
