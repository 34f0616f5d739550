// Terminals of the stand-in: they answer every command, send a picture, and say things that nobody understands.
const iso = (at) => new Date(at).toISOString();
const MODELS = [['QTSIM', 'QT-SIM-1', '2019'], ['70111', 'BSJ-A6BD', '2013'], ['70999', 'ZX-200', '2011'], ['', '', '']];
const ODD = [
  { kind: 'ITEM', id: '0x57', length: 8, detail: '', samples: ['0001020304050607', '00010203040506ff'] },
  { kind: 'MESSAGE', id: '0x0f01', length: null, detail: '', samples: ['7e7d0102'] },
  { kind: 'DEVIATION', id: '', length: null, detail: 'VERSION_FLAG', samples: [] },
  { kind: 'TRANSPARENT', id: '0xf0', length: null, detail: '', samples: ['f0010203'] },
];
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><rect width="640" height="480" fill="#465a66"/><rect y="300" width="640" height="180" fill="#6b5a44"/><text x="24" y="52" font-size="30" fill="#fc3">SYNTHETIC</text></svg>`;

export class Terminals {
  #fleet;
  #send;
  #commands = [];
  #media = [];

  constructor(fleet, send) {
    this.#fleet = fleet;
    this.#send = send;
  }

  terminals = () =>
    this.#fleet.register().map(({ plate, company }, n) => {
      const [manufacturer, model, version] = MODELS[n % MODELS.length];
      const odd = n % MODELS.length === 1 || n % MODELS.length === 2 ? (n % 3) + 1 : 0;
      return { phone: String(13900000000 + n), plate, company, online: n % 9 > 0, manufacturer, model, terminalId: String(n).padStart(7, '0'), imei: '', firmware: model && 'V1.2.0', version, header: version === '2019' ? '2019' : '2013', registeredProfile: 'standard', profile: n % 2 ? 'standard' : 'qingtu-sim', profileBy: n % 2 ? 'STANDARD' : 'MATCH', messages: n * 321, firstSeen: iso(this.#fleet.now() - 864e5), lastSeen: model ? this.#fleet.time() : null, unknownKinds: odd, unknownCount: odd * 40 };
    });

  unknown = (phone) => ODD.slice(0, this.terminals().find((one) => one.phone === phone)?.unknownKinds ?? 0).map((odd, n) => ({ ...odd, count: 4000 >> n, first: iso(this.#fleet.now() - 36e5), last: this.#fleet.time() }));

  unknownOfModels = () => MODELS.slice(1).flatMap(([manufacturer, model], n) => ODD.slice(0, 4 - n).map((odd) => ({ ...odd, manufacturer, model, count: 900 - 100 * n, terminals: 3, first: iso(this.#fleet.now() - 36e5), last: this.#fleet.time() })));

  safetyAlarms = (plate) => [
    { id: 1, kind: '0x64', kindTitle: '高级驾驶辅助系统报警', type: 1, titles: ['前向碰撞报警'], level: 2, phase: 'EVENT', number: 5, time: iso(this.#fleet.now() - 9e5), end: null, received: this.#fleet.time(), speedKmh: 46, lon: 119.15, lat: 36.7, attachments: 2, complete: false, media: this.media(plate).slice(0, 1).map(({ id }) => Number(id)) },
    { id: 2, kind: '0x65', kindTitle: '驾驶员状态监测系统报警', type: 2, titles: ['接打手持电话报警'], level: 1, phase: 'END', number: 6, time: iso(this.#fleet.now() - 4e6), end: iso(this.#fleet.now() - 39e5), received: this.#fleet.time(), speedKmh: 31, lon: 119.15, lat: 36.7, attachments: 0, complete: true, media: [] },
  ];

  media = (plate) => this.#media.filter((item) => item.plate === plate);
  commands = (plate) => this.#commands.filter((command) => command.plate === plate).reverse();
  picture = () => PICTURE;

  command(id) {
    const command = this.#commands.find((one) => one.id === id);
    const history = [{ at: command.createdAt, state: 'QUEUED', tries: 0, detail: '' }, { at: command.createdAt, state: command.state, tries: 1, detail: command.detail }];
    const reply = command.state === 'ANSWERED' ? { messageId: '0x0001', version: '2013', hex: '0001830000', message: 'TerminalGeneralReply', body: { replySerialNumber: 1, replyMessageId: 33536, result: 0 } } : null;
    const recorderVin = command.kind === 'QUERY_RECORDER_VEHICLE' && reply ? { told: 'LXTSYNTH000000001', registered: '', agreement: 'NOT_ON_FILE' } : null;
    return { ...command, history, sent: null, reply, recorderVin };
  }

  order(plate, { kind, arguments: args, reason = '' }, login) {
    const now = this.#fleet.now();
    const command = { id: String(this.#commands.length + 1), plate, kind, arguments: args, reason, requestedBy: login, createdAt: iso(now), expiresAt: iso(now + 36e5), state: 'QUEUED', tries: 0, sentAt: null, answeredAt: null, result: null, detail: '' };
    this.#commands.push(command);
    this.#later(command, 300, { state: 'SENT', tries: 1, sentAt: iso(now + 3000) });
    this.#later(command, 1500, kind === 'RESTART' ? { state: 'REFUSED', result: 3, detail: 'not supported', answeredAt: iso(now + 15_000) } : { state: 'ANSWERED', result: 0, detail: 'done', answeredAt: iso(now + 15_000) });
    if (kind === 'SNAPSHOT') setTimeout(() => this.#photograph(command), 3000);
    return { ...command };
  }

  #later(command, milliseconds, change) {
    setTimeout(() => {
      Object.assign(command, change);
      this.#send({ type: 'command', sequence: ++this.#fleet.sequence, command });
    }, milliseconds);
  }

  #photograph({ id, plate }) {
    const media = String(this.#media.length + 1);
    this.#media.push({ id: media, url: `/api/v1/media/${media}`, contentType: 'image/png', plate, mediaId: 1, kind: 'IMAGE', format: 'png', event: 'COMMAND', channel: 1, time: this.#fleet.time(), takenAt: this.#fleet.time(), receivedAt: this.#fleet.time(), lon: null, lat: null, source: 'COMMAND', size: 24_000, sha256: 'ab'.repeat(32), fileName: '', commandId: Number(id), safetyAlarmId: null });
  }
}
