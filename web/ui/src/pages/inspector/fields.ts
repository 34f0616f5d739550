/** What the standard calls fields, flags, items and codes, for the pages in Chinese. */
const FIELDS: Record<string, string> = {
  messageId: '消息 ID',
  bodyAttributes: '消息体属性',
  'bodyAttributes.bodyLength': '消息体长度',
  'bodyAttributes.encryption': '数据加密方式',
  'bodyAttributes.subPackaged': '分包',
  'bodyAttributes.versionFlag': '版本标识',
  'bodyAttributes.reserved': '保留',
  protocolVersion: '协议版本号',
  phone: '终端手机号',
  serialNumber: '消息流水号',
  partTotal: '消息总包数',
  partIndex: '包序号',
  checksum: '校验码',
  'checksum.expected': '应为',
  unread: '未解析',
  body: '消息体',
  vendorBytes: '厂商字节',
  trailing: '多余字节',
  replySerialNumber: '应答流水号',
  replyMessageId: '应答 ID',
  result: '结果',
  province: '省域 ID',
  city: '市县域 ID',
  manufacturer: '制造商 ID',
  model: '终端型号',
  terminalId: '终端 ID',
  plateColor: '车牌颜色',
  plate: '车辆标识',
  authCodeLength: '鉴权码长度',
  authCode: '鉴权码',
  imei: 'IMEI',
  softwareVersion: '软件版本号',
  alarms: '报警标志',
  status: '状态',
  latitude: '纬度',
  longitude: '经度',
  altitude: '高程',
  speed: '速度',
  direction: '方向',
  time: '时间',
  items: '附加信息',
  'items.id': '附加信息 ID',
  'items.length': '附加信息长度',
  'items.value': '附加信息内容',
  mileage: '里程',
  fuel: '油量',
  recorderSpeed: '行驶记录速度',
  alarmEventId: '人工确认报警事件 ID',
  wheels: '胎压',
  cabinTemperature: '车厢温度',
  placeType: '位置类型',
  placeId: '区域或路段 ID',
  'items.direction': '进出方向',
  segmentId: '路段 ID',
  'items.time': '路段行驶时间',
  videoAlarms: '视频相关报警',
  lostChannels: '视频信号丢失通道',
  coveredChannels: '视频信号遮挡通道',
  storageFaults: '存储器故障',
  abnormalDriving: '异常驾驶行为',
  fatigue: '疲劳程度',
  vehicleSignals: '扩展车辆信号',
  inputOutput: 'IO 状态',
  analogInputs: '模拟量',
  signalStrength: '无线通信信号强度',
  satellites: '定位卫星数',
  count: '数据项个数',
  type: '类型',
  '0x0704:type': '位置数据类型',
  reports: '位置数据',
  'reports.length': '位置数据体长度',
  '0x0801:mediaId': '多媒体数据 ID',
  '0x0801:kind': '多媒体类型',
  '0x0801:format': '多媒体格式编码',
  '0x0801:event': '事件项编码',
  '0x0801:channel': '通道 ID',
  '0x0801:total': '数据总包数',
  '0x0801:index': '包 ID',
  '0x0801:data': '多媒体数据包',
  'status.load': '空重载',
};

const ALARMS: Record<string, string> = {
  EMERGENCY: '紧急报警',
  OVERSPEED: '超速报警',
  FATIGUE_DRIVING: '疲劳驾驶',
  DANGER_WARNING: '危险预警',
  GNSS_MODULE_FAULT: 'GNSS 模块故障',
  GNSS_ANTENNA_OPEN: 'GNSS 天线未接或被剪断',
  GNSS_ANTENNA_SHORT: 'GNSS 天线短路',
  MAIN_POWER_UNDERVOLTAGE: '主电源欠压',
  MAIN_POWER_LOST: '主电源掉电',
  DISPLAY_FAULT: '显示器故障',
  SPEECH_FAULT: 'TTS 模块故障',
  CAMERA_FAULT: '摄像头故障',
  IC_CARD_FAULT: 'IC 卡模块故障',
  OVERSPEED_WARNING: '超速预警',
  FATIGUE_WARNING: '疲劳驾驶预警',
  FORBIDDEN_HOURS: '违规行驶',
  TYRE_PRESSURE: '胎压预警',
  RIGHT_TURN_BLIND_ZONE: '右转盲区异常',
  DAILY_DRIVING_TIME: '当天累计驾驶超时',
  PARKING_TOO_LONG: '超时停车',
  AREA_IN_OUT: '进出区域',
  ROUTE_IN_OUT: '进出路线',
  SEGMENT_TIME: '路段行驶时间不足或过长',
  ROUTE_DEVIATION: '路线偏离',
  VSS_FAULT: '车辆 VSS 故障',
  FUEL_ABNORMAL: '油量异常',
  STOLEN: '车辆被盗',
  ILLEGAL_IGNITION: '非法点火',
  ILLEGAL_MOVEMENT: '非法位移',
  COLLISION: '碰撞预警',
  ROLLOVER_WARNING: '侧翻预警',
  ILLEGAL_DOOR_OPENING: '非法开门',
};

const STATUS: Record<string, string> = {
  ACC_ON: 'ACC 开',
  FIXED: '已定位',
  SOUTH: '南纬',
  WEST: '西经',
  OUT_OF_SERVICE: '停运',
  COORDINATES_ENCRYPTED: '经纬度已加密',
  FORWARD_COLLISION_WARNING: '紧急刹车前撞预警',
  LANE_DEPARTURE_WARNING: '车道偏移预警',
  FUEL_CUT: '油路断开',
  CIRCUIT_CUT: '电路断开',
  DOORS_LOCKED: '车门加锁',
  DOOR_1_OPEN: '前门开',
  DOOR_2_OPEN: '中门开',
  DOOR_3_OPEN: '后门开',
  DOOR_4_OPEN: '驾驶席门开',
  DOOR_5_OPEN: '自定义门开',
  GPS: '使用 GPS 定位',
  BEIDOU: '使用北斗定位',
  GLONASS: '使用 GLONASS 定位',
  GALILEO: '使用 Galileo 定位',
  MOVING: '行驶中',
};

const VALUES: Record<string, string> = {
  '0x0001:result=0': '成功/确认',
  '0x0001:result=1': '失败',
  '0x0001:result=2': '消息有误',
  '0x0001:result=3': '不支持',
  '0x8001:result=0': '成功/确认',
  '0x8001:result=1': '失败',
  '0x8001:result=2': '消息有误',
  '0x8001:result=3': '不支持',
  '0x8001:result=4': '报警处理确认',
  'plateColor=0': '未上牌',
  'plateColor=1': '蓝色',
  'plateColor=2': '黄色',
  'plateColor=3': '黑色',
  'plateColor=4': '白色',
  'plateColor=5': '绿色',
  'plateColor=9': '其他',
  '0x0704:type=0': '正常位置批量汇报',
  '0x0704:type=1': '盲区补传',
  '0x0801:kind=0': '图像',
  '0x0801:kind=1': '音频',
  '0x0801:kind=2': '视频',
  'status.load=EMPTY': '空车',
  'status.load=HALF': '半载',
  'status.load=RESERVED': '保留',
  'status.load=FULL': '满载',
};

/** Additional items of locations, by their ids as the answer writes them. */
const ITEMS: Record<string, string> = {
  '0x01': '里程',
  '0x02': '油量',
  '0x03': '行驶记录速度',
  '0x04': '人工确认报警事件',
  '0x05': '胎压',
  '0x06': '车厢温度',
  '0x11': '超速报警附加信息',
  '0x12': '进出区域/路线报警附加信息',
  '0x13': '路段行驶时间附加信息',
  '0x14': '视频相关报警',
  '0x15': '视频信号丢失',
  '0x16': '视频信号遮挡',
  '0x17': '存储器故障',
  '0x18': '异常驾驶行为',
  '0x25': '扩展车辆信号状态',
  '0x2a': 'IO 状态',
  '0x2b': '模拟量',
  '0x30': '无线通信信号强度',
  '0x31': 'GNSS 定位卫星数',
  '0x64': '高级驾驶辅助（苏标）',
  '0x65': '驾驶员状态监测（苏标）',
  '0x66': '胎压监测（苏标）',
  '0x67': '盲区监测（苏标）',
};

/** How the server words what is wrong, and how the page in Chinese does. */
const DETAILS: [RegExp, string][] = [
  [/^expected (0x\w+), found (0x\w+)$/, '应为 $1，实为 $2'],
  [/^body declared as (\d+) bytes, found (\d+)$/, '消息头声明 $1 字节，实有 $2 字节'],
  [/^field of (\d+) bytes, (\d+) left$/, '字段需要 $1 字节，只剩 $2 字节'],
  [/^(\d+) bytes between marks: too short$/, '标识位之间只有 $1 字节'],
  [/^(\d+) bytes between marks: too long$/, '标识位之间有 $1 字节，超过上限'],
  [/^(\d+) bytes that no two 0x7E marks enclose$/, '$1 字节不在两个 0x7E 标识位之间'],
  [/^0x7D followed by (0x\w+) at byte (\d+)$/, '第 $2 字节处 0x7D 之后为 $1'],
  [/^sub-package (\d+) of (\d+)$/, '包序号 $1，总包数 $2'],
  [/^the body is encrypted$/, '没有密钥，不能解析'],
  [/^no pairs of hex digits$/, '不是成对的十六进制数字'],
  [/^marks alone$/, '只有标识位'],
];

/** What is wrong, in Chinese; as the server says it where the page has no words. */
export function chineseDetail(detail: string): string {
  const known = DETAILS.find(([pattern]) => pattern.test(detail));
  return known ? detail.replace(known[0], known[1]) : detail;
}

/** A path without the places in lists: `items[2].mileage` is `items.mileage`. */
function plain(path: string): string {
  return path.replace(/\[\d+]/g, '');
}

/** The first that is found of the message's own word, and those of ever shorter ends of the path. */
function look(words: Record<string, string>, messageId: string, path: string, rest = ''): string | null {
  const parts = plain(path).split('.');
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('.') + rest;
    const found = words[`${messageId}:${end}`] ?? words[end];
    if (found) return found;
  }
  return null;
}

/** The standard's Chinese name of a field; null where the dictionary has none. */
export function chineseName(messageId: string, path: string): string | null {
  const [group, flag] = plain(path).split('.').slice(-2);
  const known = group === 'alarms' ? ALARMS[flag] : group === 'status' ? STATUS[flag] : undefined;
  return known ?? look(FIELDS, messageId, path);
}

/** What a code means in Chinese; null where it is no code that the dictionary knows. */
export function chineseValue(messageId: string, path: string, value: string): string | null {
  const item = plain(path).endsWith('items.id') ? ITEMS[value] : undefined;
  return item ?? look(VALUES, messageId, path, `=${value}`);
}

/** The last name of a path, as it stands in the answer. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The groups that a path is in: `reports[0].items[2].id` is in `reports[0]` and `items[2]`. */
export function groups(path: string): string[] {
  return path.split('.').filter((part) => part.endsWith(']'));
}
