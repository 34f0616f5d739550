// The pages that ask on from alerts: where a truck was while it was not seen, who else stood where
// something was dumped, and the lists of leads. Each is held against what the API answers.
const PATIENCE = 180_000;
const DUMPS = ['M01', 'M02', 'M06c', 'S13'];

/** Opens an alert, follows its link and holds the count that the page shows against the API's. */
async function askOn({ page, base, api, agree, picture }, alert, name, count) {
  await agree(page, `the ${name} of alert ${alert.id}`, async () => {
    await page.goto(`${base}/#/review/${alert.id}`);
    await page.click(`[data-ask="${name}"]`);
    await page.waitForSelector(`[data-${name}] [data-map="ready"]`);
    const shown = Number(await page.getAttribute(`[data-${name}]`, `data-${name}`));
    return { shown, filed: count(await api(page, `/alerts/${alert.id}/${name}`)) };
  });
  await page.waitForTimeout(1000); // for the picture: names and tiles still fade in
  await picture(page, `${name}.png`);
}

/** The newest alert that such a question can be asked of; the demo commits some within minutes. */
async function firstAlert({ page, api, check }, what, isMeant) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const { alerts } = await api(page, '/alerts?limit=500');
    const found = alerts.find(isMeant);
    if (found) return found;
    check(Date.now() < deadline, `no alert ${what} in ${PATIENCE / 1000} s`);
    await page.waitForTimeout(2000); // between two looks: the analysis raises it by itself
  }
}

export async function followLeads(tools) {
  const { page, base, picture } = tools;
  const lost = await firstAlert(tools, 'of a gap', ({ rule, tripId }) => tripId !== '' && (rule === 'M07' || rule.startsWith('D')));
  await askOn(tools, lost, 'gap', ({ gaps }) => gaps.length);
  const dump = await firstAlert(tools, 'of a dump', ({ rule, lon }) => DUMPS.includes(rule) && lon !== null);
  await askOn(tools, dump, 'linked', ({ trucks }) => trucks.length);
  await page.click('.topbar nav a[href="#/leads"]');
  for (const [tab, ready] of [['hotspots', '[data-hotspots] [data-map="ready"]'], ['stays', '[data-stays] [data-map="ready"]'], ['behaviour', '[data-behaviour="ready"]'], ['papers', '[data-papers] [data-map="ready"]']]) {
    await page.goto(`${base}/#/leads/${tab}`);
    await page.waitForSelector(ready);
    await page.waitForTimeout(1000); // for the picture: names and tiles still fade in
    await picture(page, `leads-${tab}.png`);
  }
}
