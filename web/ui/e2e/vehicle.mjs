// The page of a vehicle: how its sensors stand, what it may carry, and what once was with its device, each held against what the API answers.

/** The parts beside the commands are as many as are on file; each has an address of its own. */
export async function lookAtTheDevice({ page, base, api, agree, check, picture }, plate) {
  const vehicle = `/vehicles/${encodeURIComponent(plate)}`;
  const address = `${base}/#/vehicle/${encodeURIComponent(plate)}`;
  const counted = (name) => page.getAttribute(`[data-${name}]`, `data-${name}`).then(Number);
  await page.goto(address);
  await page.waitForSelector('[data-health]:not([data-health=""])');
  await agree(page, 'sensors of the vehicle', async () => ({ shown: await counted('health'), filed: (await api(page, `${vehicle}/device`)).sensors.length }));
  check((await page.locator('[data-sensor]').count()) > 0, `no sensor of ${plate} is shown`);
  check((await page.locator('[data-sensor]:not([data-state])').count()) === 0, 'a sensor is shown without its state');
  await page.click('.vehicle-desk .ant-segmented-item >> nth=1');
  await page.waitForSelector('[data-permits], .vehicle-desk .ant-empty');
  const { permits } = await api(page, `${vehicle}/permits`);
  if (permits.length > 0) check((await counted('permits')) === permits.length, `of ${permits.length} permits ${await counted('permits')} are shown`);
  await picture(page, 'vehicle-permits.png');
  await page.click('.vehicle-desk .ant-segmented-item >> nth=2');
  await page.waitForSelector('[data-device-events]');
  await page.waitForSelector('[data-event="COMMAND"]');
  await page.reload();
  await page.waitForSelector('[data-part="history"] [data-event="COMMAND"]');
  await picture(page, 'vehicle-history.png');
}
