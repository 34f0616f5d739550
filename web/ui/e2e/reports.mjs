// 专报: a supervisor freezes a report of chosen days, which stands among the frozen ones and waits for signatures.
const LAPTOP = { width: 1366, height: 768 };

export async function freezeChosenDays({ base, signedIn, api, check, picture }) {
  const desk = await signedIn('jianguan2', LAPTOP);
  await desk.goto(`${base}/#/reports`);
  await desk.waitForSelector('[data-draft] [data-download="pdf"]');
  const { periods } = await api(desk, '/reports');
  check(periods.some(({ kind }) => kind === 'MONTH') && periods.some(({ kind }) => kind === 'WEEK'), 'there is no draft of a week or of a month');
  const chosen = await desk.getAttribute('[data-chosen]', 'data-chosen');
  await desk.click('[data-freeze]');
  await desk.waitForSelector(`[data-run] [data-period="${chosen}"]`);
  await picture(desk, 'reports-special.png');
  const { runs } = await api(desk, '/report-runs');
  const made = runs.find(({ period }) => period === chosen);
  check(made?.kind === 'DAYS' && made.state === 'FROZEN', `what was frozen is ${JSON.stringify(made)}`);
  await desk.click(`[data-open-run="${made.id}"]`);
  await desk.waitForSelector('[data-run-version="0"] [data-move="REVIEW"]');
  await desk.click('[data-move="REVIEW"]');
  await desk.waitForSelector('[data-run-version="1"]');
  await picture(desk, 'reports-desk.png');
  await desk.context().close();
  return chosen;
}
