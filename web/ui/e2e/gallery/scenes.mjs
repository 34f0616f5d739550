// What there is to be looked at: who sees it, its address, and what is done before it is looked at.

const click = (selector) => async (page) => {
  await page.locator(selector).first().click();
};
/** Opens a dialog, and waits until it has come. */
const dialog = (selector) => async (page) => {
  await page.locator(selector).first().click();
  await page.waitForSelector('.ant-modal:visible, .ant-drawer-content-wrapper:visible, .ant-dropdown:visible, .ant-popover:visible');
};
const first = (list) => (list.length > 0 ? list[0] : null);

async function aPlate({ api, page }) {
  const { positions } = await api(page, '/positions');
  return encodeURIComponent(positions.find(({ online }) => online)?.plate ?? positions[0].plate);
}
const anAlert = (query, isMeant = () => true) => async ({ api, page }) => first((await api(page, `/alerts?limit=200${query}`)).alerts.filter(isMeant))?.id ?? null;
const aCase = (query) => async ({ api, page }) => first((await api(page, `/cases?limit=20${query}`)).cases)?.id ?? null;

const HOUR = 3_600_000;
/** The sweeping page, with a request for an exemption that waits; whoever may ask for one does so where none does. */
const withRequest = async ({ api, page }) => {
  const { exemptions } = await api(page, '/exemptions');
  if (exemptions.some(({ decision, own }) => decision === null && own)) return 'sweeping';
  const { time } = await api(page, '/settings');
  const at = Date.parse(time);
  const wish = { kind: 'EVENT', from: new Date(at).toISOString(), to: new Date(at + 2 * HOUR).toISOString(), reason: '重大活动封控，机扫车不能进入', evidence: '封控通告 17' };
  await page.request.post(new URL('/api/v1/exemptions', page.url()).href, { data: wish, headers: { 'X-Requested-With': 'qingtu' } });
  return 'sweeping';
};
/** The reports, with one that is frozen: of yesterday, where there is none. */
const withFrozenReport = async ({ api, page }) => {
  const { runs } = await api(page, '/report-runs');
  if (runs.length > 0) return 'reports';
  const { time } = await api(page, '/settings');
  const yesterday = new Date(Date.parse(time) + 8 * HOUR - 24 * HOUR).toISOString().slice(0, 10);
  await page.request.post(new URL('/api/v1/report-runs', page.url()).href, { data: { period: `${yesterday}--${yesterday}` }, headers: { 'X-Requested-With': 'qingtu' } });
  return 'reports';
};
const exemptions = click('.toolbar .ant-segmented-item >> nth=2');
/** On duty, which somebody is once. */
const onDuty = async (page) => {
  await page.waitForSelector('[data-shift]');
  if ((await page.locator('[data-shift="NOTE"]').count()) > 0) return;
  await click('[data-shift="BEGIN"]')(page);
  await page.waitForSelector('[data-shift="NOTE"]');
};

/** name, who looks, where (after the hash, or a path of its own; a text, or a function that finds an id: null leaves the scene out), what is done there. */
const scene = (name, who, at, act) => ({ name, who, at, act });
const under = (path, find) => async (tools) => {
  const id = await find(tools);
  return id === null ? null : `${path}/${id}`;
};

export const SCENES = [
  scene('live', 'jianguan1', 'live'),
  scene('live-card', 'jianguan1', 'live', async (page) => {
    if (await page.locator('.tree-vehicle').count() === 0) await page.fill('.tree-panel input', 'A');
    await click('.tree-vehicle')(page);
    await page.waitForSelector('[data-vehicle]');
  }),
  scene('live-layers', 'jianguan1', 'live', dialog('.map-buttons button')),
  scene('review', 'jianguan1', 'review'),
  scene('review-alert', 'jianguan1', under('review', anAlert('&review=OPEN', ({ rule, plate }) => plate && rule.startsWith('M')))),
  scene('review-sweeping', 'huanwei1', under('review', anAlert('', ({ rule }) => rule.startsWith('S')))),
  scene('review-device', 'jianguan1', under('review', anAlert('', ({ rule }) => rule.startsWith('D')))),
  scene('review-reject', 'jianguan1', under('review', anAlert('&review=OPEN', ({ plate }) => plate)), dialog('[data-action="reject"]')),
  scene('review-notify', 'jianguan1', under('review', anAlert('&review=OPEN', ({ rule }) => rule.startsWith('M'))), dialog('[data-action="notify"]')),
  scene('cases', 'jianguan1', 'cases'),
  scene('cases-lead', 'jianguan1', 'cases', dialog('[data-report-lead]')),
  scene('cases-map', 'jianguan1', 'cases', click('[data-map-button]')),
  scene('case', 'jianguan1', under('cases', aCase(''))),
  scene('case-search', 'jianguan1', 'cases/search'),
  scene('case-search-open', 'jianguan1', 'cases/search', click('[data-found] [data-case]')),
  scene('case-search-none', 'zhifa1', 'cases/search?words=没有这个词'),
  scene('case-move', 'jianguan1', under('cases', aCase('')), dialog('[data-move-button]:last-child')),
  scene('vehicle', 'jianguan1', under('vehicle', aPlate)),
  scene('vehicle-permits', 'jianguan1', under('vehicle', aPlate), click('.vehicle-desk .ant-segmented-item >> nth=1')),
  scene('vehicle-history', 'jianguan1', under('vehicle', aPlate), click('.vehicle-desk .ant-segmented-item >> nth=2')),
  scene('vehicle-company', 'diaodu1', under('vehicle', aPlate), click('.vehicle-desk .ant-segmented-item >> nth=2')),
  scene('vehicle-text', 'jianguan1', under('vehicle', aPlate), dialog('[data-command="TEXT"]')),
  scene('vehicle-snapshot', 'jianguan1', under('vehicle', aPlate), dialog('[data-command="SNAPSHOT"]')),
  scene('playback', 'jianguan1', 'playback'),
  scene('playback-track', 'jianguan1', under('playback', aPlate)),
  scene('trips', 'jianguan1', 'trips'),
  scene('trips-open', 'jianguan1', 'trips', click('.ledger .ant-table-row')),
  scene('register', 'jianguan1', 'register'),
  scene('register-company', 'diaodu1', 'register'),
  scene('register-drivers', 'jianguan1', 'register/drivers'),
  scene('register-driver', 'diaodu1', 'register/drivers', dialog('[data-new-driver]')),
  scene('register-lay-up', 'diaodu1', 'register', dialog('[data-lay-up]')),
  scene('past', 'jianguan1', 'past'),
  scene('past-fleet', 'jianguan1', 'past', click('.toolbar .ant-segmented-item >> nth=1')),
  scene('reverse', 'jianguan1', 'reverse'),
  scene('leads-hotspots', 'jianguan1', 'leads/hotspots'),
  scene('leads-stays', 'jianguan1', 'leads/stays'),
  scene('leads-behaviour', 'jianguan1', 'leads/behaviour'),
  scene('leads-papers', 'jianguan1', 'leads/papers'),
  scene('gap', 'jianguan1', async ({ api, page }) => {
    const found = (await api(page, '/alerts?limit=500')).alerts.find(({ rule, tripId }) => tripId !== '' && (rule === 'M07' || rule.startsWith('D')));
    return found ? `gap/${found.id}` : null;
  }),
  scene('linked', 'jianguan1', async ({ api, page }) => {
    const found = (await api(page, '/alerts?limit=500')).alerts.find(({ rule, lon }) => ['M01', 'M02', 'M06c', 'S13'].includes(rule) && lon !== null);
    return found ? `linked/${found.id}` : null;
  }),
  scene('sweeping', 'huanwei1', 'sweeping'),
  scene('sweeping-road', 'huanwei1', 'sweeping', click('.board .ant-table-row')),
  scene('sweeping-points', 'huanwei1', 'sweeping', click('.toolbar .ant-segmented-item >> nth=1')),
  scene('exemptions', 'huanwei1', withRequest, exemptions),
  scene('exemptions-ask', 'huanwei1', 'sweeping', async (page) => {
    await exemptions(page);
    await dialog('[data-ask-exemption]')(page);
  }),
  scene('exemptions-decide', 'jianguan1', 'sweeping', async (page) => {
    await exemptions(page);
    await dialog('[data-decide="REJECTED"]')(page);
  }),
  scene('shifts', 'jianguan1', 'shifts', onDuty),
  scene('shifts-note', 'jianguan1', 'shifts', async (page) => {
    await onDuty(page);
    await dialog('[data-shift="NOTE"]')(page);
  }),
  scene('shifts-hand-over', 'jianguan1', 'shifts', async (page) => {
    await onDuty(page);
    await dialog('[data-shift="HAND_OVER"]')(page);
  }),
  scene('shifts-forbidden', 'huanwei1', 'shifts'),
  scene('plan-permits', 'jianguan1', 'plan/permits'),
  scene('plan-permit', 'jianguan1', 'plan/permits', click('.plan-list button')),
  scene('plan-places', 'jianguan1', 'plan/places'),
  scene('plan-place', 'jianguan1', 'plan/places', click('.plan-list button')),
  scene('plan-routes', 'jianguan1', 'plan/routes'),
  scene('plan-requirements', 'huanwei1', 'plan/requirements'),
  scene('plan-requirement', 'huanwei1', 'plan/requirements', click('.plan-list button')),
  scene('plan-new-requirement', 'huanwei1', 'plan/requirements', click('[data-action="create"]')),
  scene('plan-points', 'huanwei1', 'plan/collection_points', click('.plan-list button')),
  scene('plan-conflicts', 'jianguan1', 'plan/conflicts'),
  scene('plan-new-place', 'jianguan1', 'plan/places', click('[data-action="create"]')),
  scene('plan-new-permit', 'jianguan1', 'plan/permits', click('[data-action="create"]')),
  scene('plan-new-route', 'jianguan1', 'plan/routes', click('[data-action="create"]')),
  scene('plan-import', 'jianguan1', 'plan/places', dialog('[data-action="import"]')),
  scene('plan-requests', 'jianguan1', 'plan/requests'),
  scene('plan-ask', 'diaodu1', 'plan/permits', click('[data-action="ask"]')),
  scene('overview', 'lingdao1', 'overview'),
  scene('reports', 'jianguan1', 'reports'),
  scene('reports-run', 'jianguan1', withFrozenReport, dialog('[data-open-run]')),
  scene('rules', 'guize1', 'rules'),
  scene('rules-proposals', 'guize1', 'rules', click('.toolbar .ant-segmented-item >> nth=1')),
  scene('rules-versions', 'guize1', 'rules', click('.toolbar .ant-segmented-item >> nth=2')),
  scene('rules-trials', 'guize1', 'rules', click('.toolbar .ant-segmented-item >> nth=3')),
  scene('rules-precision', 'guize1', 'rules', click('.toolbar .ant-segmented-item >> nth=4')),
  scene('devices', 'jianguan1', 'devices'),
  scene('devices-installations', 'anzhuang1', 'devices/installations'),
  scene('devices-order', 'anzhuang1', 'devices/installations', dialog('[data-new-order]')),
  scene('terminals', 'admin', 'terminals'),
  scene('terminals-drawer', 'admin', 'terminals', dialog('[data-terminals] .ant-table-row')),
  scene('inspector', 'admin', 'inspector'),
  scene('audit', 'shenji1', 'audit'),
  scene('accounts', 'admin', 'accounts'),
  scene('accounts-new', 'admin', 'accounts', dialog('[data-add-account], main .ant-btn-primary')),
  scene('webhooks', 'admin', 'webhooks'),
  scene('webhooks-new', 'admin', 'webhooks', dialog('[data-add-webhook]')),
  scene('tokens', 'admin', 'tokens'),
  scene('tokens-new', 'admin', 'tokens', dialog('[data-add-token]')),
  scene('sessions', 'admin', 'sessions'),
  scene('own-password', 'jianguan1', 'cases', async (page) => {
    await page.locator('.topbar .user').click();
    await page.locator('.ant-dropdown-menu-item').nth(2).click();
    await page.waitForSelector('.ant-modal:visible');
  }),
  scene('second-step', 'jianguan1', 'cases', async (page) => {
    await page.locator('.topbar .user').click();
    await page.locator('.ant-dropdown-menu-item').nth(1).click();
    await page.waitForSelector('.ant-modal:visible');
  }),
  scene('waybills', 'gongdi3', 'waybills'),
  scene('officer-cases', 'zhifa1', 'cases'),
  scene('officer-phone', 'zhifa1', '/m'),
  scene('dispatcher-live', 'diaodu1', 'live'),
  scene('dispatcher-review', 'diaodu1', 'review'),
  scene('nothing', 'jianguan1', 'no-such-page'),
  scene('case-missing', 'jianguan1', 'cases/999999'),
  scene('vehicle-missing', 'jianguan1', 'vehicle/XXXX'),
];
