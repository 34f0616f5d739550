// A stand-in for the server, to look at the pages without one: random vehicles in a made-up grid of
// streets. Nothing here is real, and nothing here is what the rules would decide.
// node dev/mock.mjs [port]; sign in with any name and the password "demo".
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import * as city from './mockCity.mjs';
import { Cases } from './mockCases.mjs';
import { Fleet } from './mockFleet.mjs';
import { reportRuns } from './mockReports.mjs';
import { Terminals } from './mockTerminals.mjs';

const port = Number(process.argv[2] ?? 8090);
const webroot = fileURLToPath(new URL('../../target/classes/webroot', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const fleet = new Fleet(Number(process.env.VEHICLES ?? 120));
const tell = (message) => sockets.clients.forEach((client) => client.send(JSON.stringify(message)));
const terminals = new Terminals(fleet, tell);
const PERMISSIONS = ['REVIEW', 'FILE', 'REPORT', 'DISPATCH', 'VERIFY', 'ORDER', 'TERMINALS', 'TRY', 'EXPORT', 'REPORTS'];
const user = { login: 'demo', displayName: '演示值班员', role: 'SUPERVISOR', company: null, seesCity: true, permissions: PERMISSIONS };
const cases = new Cases(fleet, user.displayName);

function json(response, status, body) {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(body));
}

async function body(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : {};
}

const signedIn = (request) => (request.headers.cookie ?? '').includes('session=mock');

async function session(request, response) {
  if (request.method === 'GET') return json(response, 200, { user });
  if (request.method === 'DELETE') {
    response.writeHead(204, { 'Set-Cookie': 'session=; Max-Age=0; Path=/' });
    return response.end();
  }
  const { password } = await body(request);
  if (password !== 'demo') return json(response, 401, { title: 'wrong', status: 401, code: 'credentials' });
  response.setHeader('Set-Cookie', 'session=mock; Path=/; HttpOnly');
  return json(response, 200, { user, token: 'mock' });
}

function alerts(query) {
  const wanted = [...fleet.alerts.values()].filter(
    (alert) =>
      (!query.get('rule') || alert.rule === query.get('rule')) &&
      (!query.get('grade') || alert.grade === query.get('grade')) &&
      (!query.get('plate') || alert.plate.includes(query.get('plate'))) &&
      (!query.get('review') || (alert.review?.decision ?? 'OPEN') === query.get('review')),
  );
  wanted.sort((a, b) => b.decided.localeCompare(a.decided));
  return { alerts: wanted.slice(0, Number(query.get('limit') ?? 100)), next: null };
}

async function api(request, response, path, query) {
  if (path === '/session' && (request.method === 'POST' || signedIn(request))) return session(request, response);
  if (!signedIn(request)) return json(response, 401, { title: 'sign in', status: 401, code: 'session' });
  const [, first, second, third] = path.split('/').map(decodeURIComponent);
  switch (first) {
    case 'settings': return json(response, 200, { city: '示例市', center: city.CENTER, bounds: city.BOUNDS, tileSource: process.env.TILES ?? null, time: fleet.time(), speed: fleet.speed, synthetic: true, working: [] });
    case 'companies': return json(response, 200, { companies: fleet.companies() });
    case 'vehicles': return second ? vehicle(request, response, second, third, query) : json(response, 200, { vehicles: fleet.register() });
    case 'commands': return json(response, 200, terminals.command(second));
    case 'terminals': return json(response, 200, second ? { unknown: terminals.unknown(second) } : { terminals: terminals.terminals() });
    case 'unknown': return json(response, 200, { unknown: terminals.unknownOfModels() });
    case 'cases': return caseDesk(request, response, second, query);
    case 'media': return picture(response);
    case 'positions': return json(response, 200, { sequence: fleet.sequence, time: fleet.time(), positions: fleet.positions() });
    case 'map': return json(response, 200, second === 'now' ? { cameras: [], closures: [], counts: [] } : city[second]);
    case 'permit-requests': return json(response, 200, { requests: [], more: false });
    case 'appeals': return json(response, 200, { appeals: [], more: false });
    case 'notices': return json(response, 200, { notices: fleet.notices().filter(({ answeredAt }) => (query.get('state') === 'ANSWERED') === (answeredAt !== null)), next: null });
    case 'collection-points': return json(response, 200, fleet.collectionPoints(query.get('date')));
    case 'sweeping': return json(response, 200, fleet.sweeping(query.get('date')));
    case 'trips': return json(response, 200, { trips: fleet.trips(query.get('date'), query.get('plate')) });
    case 'report-runs': return json(response, 200, reportRuns(second));
    case 'reports': return second ? download(response, second, third) : json(response, 200, { weeks: [{ week: '2026-W46', from: '2026-11-09', to: '2026-11-15' }, { week: '2026-W45', from: '2026-11-02', to: '2026-11-08' }] });
    case 'alerts': break;
    default: return json(response, 404, { title: 'no such path', status: 404, code: 'path' });
  }
  if (!second) return json(response, 200, alerts(query));
  if (second === 'summary') return json(response, 200, fleet.summary());
  const alert = fleet.alerts.get(second);
  if (!alert) return json(response, 404, { title: 'no such alert', detail: `没有报警 ${second}`, status: 404, code: 'alert' });
  if (third === 'media') return json(response, 200, { media: terminals.media(alert.plate) });
  if (third === 'appeal') return json(response, 200, { charge: null });
  if (third === 'notices') return json(response, 200, { notices: fleet.notices().filter(({ alertId }) => String(alertId) === second) });
  if (third === 'evidence') return json(response, 200, fleet.evidence(alert));
  if (third === 'reviews') return json(response, 200, fleet.review(alert, await body(request), user.displayName));
  return json(response, 200, { ...alert, revisions: [0, 1].map((revision) => ({ revision, at: alert.decided, status: alert.status, severity: alert.severity - 1 + revision, kind: revision ? 'AMENDED' : 'NEW', end: alert.end, reason: '', changes: [], conditions: [] })) });
}

async function caseDesk(request, response, id, query) {
  if (request.method === 'GET' && id === undefined) return json(response, 200, cases.list(query));
  if (id === undefined) return json(response, 201, cases.open(fleet.alerts.get((await body(request)).alertId)));
  if (id === 'sides') return json(response, 200, cases.sides());
  const one = cases.cases.get(Number(id));
  if (!one) return json(response, 404, { title: 'no such case', status: 404, code: 'not_found' });
  if (request.method === 'GET') return json(response, 200, one);
  const moved = cases.move(one.id, await body(request));
  return moved ? json(response, 201, moved) : json(response, 409, { title: 'stale', status: 409, code: 'stale' });
}

async function vehicle(request, response, plate, what, query) {
  switch (what) {
    case 'commands': return request.method === 'POST' ? json(response, 201, terminals.order(plate, await body(request), user.login)) : json(response, 200, { commands: terminals.commands(plate), next: null });
    case 'media': return json(response, 200, { media: terminals.media(plate) });
    case 'safety-alarms': return json(response, 200, { alarms: terminals.safetyAlarms(plate), next: null });
    default: return json(response, 200, fleet.track(plate, query.get('from'), query.get('to')));
  }
}

function picture(response) {
  response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
  response.end(terminals.picture());
}

function download(response, week, name) {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="${week}-${name}"` });
  response.end(`%PDF mock ${week}`);
}

function file(response, path) {
  const found = join(webroot, normalize(path === '/' ? '/index.html' : path));
  if (!found.startsWith(webroot) || !existsSync(found) || !statSync(found).isFile()) return json(response, 404, { status: 404 });
  response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream' });
  return createReadStream(found).pipe(response);
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://mock');
  const answer = pathname.startsWith('/api/v1') ? api(request, response, pathname.slice(7), searchParams) : file(response, decodeURIComponent(pathname));
  Promise.resolve(answer).catch((error) => json(response, 500, { title: String(error), status: 500 }));
});
const sockets = new WebSocketServer({ server, path: '/api/v1/live' });
sockets.on('connection', (socket) => socket.send(JSON.stringify({ type: 'hello', sequence: fleet.sequence, time: fleet.time(), speed: fleet.speed, resumed: true })));
fleet.run(tell);
server.listen(port, '127.0.0.1', () => console.log(`mock server: http://127.0.0.1:${port} (password: demo)`));
