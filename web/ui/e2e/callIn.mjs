// A call comes in: a supervisor writes down what was seen, and where; it is a case, and the question who passed there is one step away.

const TEXT = '东风街路面有大量泥土，来往车辆打滑';

export async function takeACall({ signedIn, base, api, check, picture }) {
  const page = await signedIn('jianguan1', { width: 1366, height: 768 });
  await page.goto(`${base}/#/cases`);
  await page.click('[data-report-lead]');
  await page.waitForSelector('[data-lead-form] [data-map="ready"]');
  const file = page.locator('.ant-modal-footer .ant-btn-primary');
  await file.click();
  await page.waitForSelector('[data-fault="spot"]');
  const faults = await page.locator('[data-fault]').evaluateAll((found) => found.map(({ dataset }) => dataset.fault));
  check(faults.join() === 'type,text,spot', `of an empty lead ${faults} are refused`);
  await page.click('.lead-type');
  await page.click('.ant-select-item-option[title="遗撒"]');
  await page.fill('[data-lead-form] textarea', TEXT);
  await page.locator('.lead-map .maplibregl-canvas').click();
  await picture(page, 'lead.png');
  await file.click();
  await page.waitForSelector('[data-case-detail]:not([data-case-detail=""])');
  const id = await page.evaluate(() => location.hash.replace('#/cases/', ''));
  const { type, stage, sourceList } = await api(page, `/cases/${id}`);
  check(type === 'SPILL' && stage === 'ACCEPTED', `the call is a case of ${type} at ${stage}`);
  check(sourceList.some(({ source, payload }) => source === 'jianguan1' && JSON.parse(payload).text === TEXT), `case ${id} is made of ${JSON.stringify(sourceList)}`);
  await page.waitForSelector(`[data-stage="ACCEPTED"] [data-case="${id}"]`);
  await page.waitForSelector(`.case-said:has-text("${TEXT}")`);
  await picture(page, 'lead-case.png');
  await page.click('[data-ask="reverse"]');
  await page.waitForSelector('[data-reverse="answered"]');
  await page.context().close();
}
