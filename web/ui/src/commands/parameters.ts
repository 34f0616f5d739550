/** How the value of a terminal's parameter is written. */
export type ParameterKind = 'BYTE' | 'WORD' | 'DWORD' | 'STRING' | 'BYTES';

export interface Parameter {
  id: number;
  name: string;
  kind: ParameterKind;
  unit: string;
  /** As the standard calls it. */
  title: string;
}

const ROWS: readonly [number, string, ParameterKind, string, string][] = [
  [0x0001, 'HEARTBEAT_INTERVAL', 'DWORD', 's', '终端心跳发送间隔'],
  [0x0002, 'TCP_REPLY_TIMEOUT', 'DWORD', 's', 'TCP消息应答超时时间'],
  [0x0003, 'TCP_RETRANSMISSIONS', 'DWORD', '', 'TCP消息重传次数'],
  [0x0004, 'UDP_REPLY_TIMEOUT', 'DWORD', 's', 'UDP消息应答超时时间'],
  [0x0005, 'UDP_RETRANSMISSIONS', 'DWORD', '', 'UDP消息重传次数'],
  [0x0006, 'SMS_REPLY_TIMEOUT', 'DWORD', 's', 'SMS消息应答超时时间'],
  [0x0007, 'SMS_RETRANSMISSIONS', 'DWORD', '', 'SMS消息重传次数'],
  [0x0010, 'MAIN_APN', 'STRING', '', '主服务器APN'],
  [0x0011, 'MAIN_USER', 'STRING', '', '主服务器无线通信拨号用户名'],
  [0x0012, 'MAIN_PASSWORD', 'STRING', '', '主服务器无线通信拨号密码'],
  [0x0013, 'MAIN_ADDRESS', 'STRING', '', '主服务器地址'],
  [0x0014, 'BACKUP_APN', 'STRING', '', '备份服务器APN'],
  [0x0015, 'BACKUP_USER', 'STRING', '', '备份服务器无线通信拨号用户名'],
  [0x0016, 'BACKUP_PASSWORD', 'STRING', '', '备份服务器无线通信拨号密码'],
  [0x0017, 'BACKUP_ADDRESS', 'STRING', '', '备份服务器地址'],
  [0x0018, 'TCP_PORT', 'DWORD', '', '服务器TCP端口'],
  [0x0019, 'UDP_PORT', 'DWORD', '', '服务器UDP端口'],
  [0x001a, 'CARD_SERVER_ADDRESS', 'STRING', '', '道路运输证IC卡认证主服务器地址'],
  [0x001b, 'CARD_SERVER_TCP_PORT', 'DWORD', '', '道路运输证IC卡认证主服务器TCP端口'],
  [0x001c, 'CARD_SERVER_UDP_PORT', 'DWORD', '', '道路运输证IC卡认证主服务器UDP端口'],
  [0x001d, 'CARD_BACKUP_ADDRESS', 'STRING', '', '道路运输证IC卡认证备份服务器地址'],
  [0x0020, 'REPORT_POLICY', 'DWORD', '', '位置汇报策略'],
  [0x0021, 'REPORT_SCHEME', 'DWORD', '', '位置汇报方案'],
  [0x0022, 'NO_DRIVER_INTERVAL', 'DWORD', 's', '驾驶员未登录汇报时间间隔'],
  [0x0023, 'SLAVE_APN', 'STRING', '', '从服务器APN'],
  [0x0024, 'SLAVE_USER', 'STRING', '', '从服务器无线通信拨号用户名'],
  [0x0025, 'SLAVE_PASSWORD', 'STRING', '', '从服务器无线通信拨号密码'],
  [0x0026, 'SLAVE_ADDRESS', 'STRING', '', '从服务器备份地址'],
  [0x0027, 'SLEEP_INTERVAL', 'DWORD', 's', '休眠时汇报时间间隔'],
  [0x0028, 'EMERGENCY_INTERVAL', 'DWORD', 's', '紧急报警时汇报时间间隔'],
  [0x0029, 'DEFAULT_INTERVAL', 'DWORD', 's', '缺省时间汇报间隔'],
  [0x002c, 'DEFAULT_DISTANCE', 'DWORD', 'm', '缺省距离汇报间隔'],
  [0x002d, 'NO_DRIVER_DISTANCE', 'DWORD', 'm', '驾驶员未登录汇报距离间隔'],
  [0x002e, 'SLEEP_DISTANCE', 'DWORD', 'm', '休眠时汇报距离间隔'],
  [0x002f, 'EMERGENCY_DISTANCE', 'DWORD', 'm', '紧急报警时汇报距离间隔'],
  [0x0030, 'TURN_ANGLE', 'DWORD', '°', '拐点补传角度'],
  [0x0031, 'GEOFENCE_RADIUS', 'WORD', 'm', '电子围栏半径'],
  [0x0032, 'FORBIDDEN_HOURS', 'BYTES', '', '违规行驶时段范围'],
  [0x0040, 'PLATFORM_PHONE', 'STRING', '', '监控平台电话号码'],
  [0x0041, 'RESET_PHONE', 'STRING', '', '复位电话号码'],
  [0x0042, 'FACTORY_RESET_PHONE', 'STRING', '', '恢复出厂设置电话号码'],
  [0x0043, 'SMS_PHONE', 'STRING', '', '监控平台SMS电话号码'],
  [0x0044, 'ALARM_SMS_PHONE', 'STRING', '', '接收终端SMS文本报警号码'],
  [0x0045, 'ANSWER_POLICY', 'DWORD', '', '终端电话接听策略'],
  [0x0046, 'CALL_TIME', 'DWORD', 's', '每次最长通话时间'],
  [0x0047, 'MONTHLY_CALL_TIME', 'DWORD', 's', '当月最长通话时间'],
  [0x0048, 'LISTENING_PHONE', 'STRING', '', '监听电话号码'],
  [0x0049, 'PRIVILEGED_SMS_PHONE', 'STRING', '', '监管平台特权短信号码'],
  [0x0050, 'ALARM_MASK', 'DWORD', '', '报警屏蔽字'],
  [0x0051, 'ALARM_SMS', 'DWORD', '', '报警发送文本SMS开关'],
  [0x0052, 'ALARM_SHOTS', 'DWORD', '', '报警拍摄开关'],
  [0x0053, 'ALARM_SHOTS_STORED', 'DWORD', '', '报警拍摄存储标志'],
  [0x0054, 'KEY_ALARMS', 'DWORD', '', '关键标志'],
  [0x0055, 'MAX_SPEED', 'DWORD', 'km/h', '最高速度'],
  [0x0056, 'OVERSPEED_TIME', 'DWORD', 's', '超速持续时间'],
  [0x0057, 'CONTINUOUS_DRIVING', 'DWORD', 's', '连续驾驶时间门限'],
  [0x0058, 'DAILY_DRIVING', 'DWORD', 's', '当天累计驾驶时间门限'],
  [0x0059, 'MIN_REST', 'DWORD', 's', '最小休息时间'],
  [0x005a, 'MAX_PARKING', 'DWORD', 's', '最长停车时间'],
  [0x005b, 'OVERSPEED_WARNING', 'WORD', '0.1 km/h', '超速报警预警差值'],
  [0x005c, 'FATIGUE_WARNING', 'WORD', 's', '疲劳驾驶预警差值'],
  [0x005d, 'COLLISION', 'WORD', '', '碰撞报警参数'],
  [0x005e, 'ROLLOVER', 'WORD', '°', '侧翻报警参数'],
  [0x0064, 'TIMED_SHOTS', 'DWORD', '', '定时拍照控制'],
  [0x0065, 'DISTANCE_SHOTS', 'DWORD', '', '定距拍照控制'],
  [0x0070, 'QUALITY', 'DWORD', '', '图像/视频质量'],
  [0x0071, 'BRIGHTNESS', 'DWORD', '', '亮度'],
  [0x0072, 'CONTRAST', 'DWORD', '', '对比度'],
  [0x0073, 'SATURATION', 'DWORD', '', '饱和度'],
  [0x0074, 'CHROMA', 'DWORD', '', '色度'],
  [0x0075, 'VIDEO_SETTING', 'BYTES', '', '音视频参数设置'],
  [0x0076, 'VIDEO_CHANNELS', 'BYTES', '', '音视频通道列表设置'],
  [0x0077, 'CHANNEL_SETTING', 'BYTES', '', '单独视频通道参数设置'],
  [0x0079, 'ALARM_RECORDING', 'BYTES', '', '特殊报警录像参数设置'],
  [0x007a, 'VIDEO_ALARM_MASK', 'DWORD', '', '视频相关报警屏蔽字'],
  [0x007b, 'IMAGE_ANALYSIS', 'BYTES', '', '图像分析报警参数设置'],
  [0x007c, 'WAKE_UP', 'BYTES', '', '终端休眠唤醒模式设置'],
  [0x0080, 'ODOMETER', 'DWORD', '0.1 km', '车辆里程表读数'],
  [0x0081, 'PROVINCE', 'WORD', '', '车辆所在的省域ID'],
  [0x0082, 'CITY', 'WORD', '', '车辆所在的市域ID'],
  [0x0083, 'PLATE', 'STRING', '', '机动车号牌'],
  [0x0084, 'PLATE_COLOR', 'BYTE', '', '车牌颜色'],
  [0x0090, 'GNSS_MODE', 'BYTE', '', 'GNSS定位模式'],
  [0x0091, 'GNSS_BAUD_RATE', 'BYTE', '', 'GNSS波特率'],
  [0x0092, 'GNSS_OUTPUT_RATE', 'BYTE', '', 'GNSS模块详细定位数据输出频率'],
  [0x0093, 'GNSS_SAMPLING', 'DWORD', 's', 'GNSS模块详细定位数据采集频率'],
  [0x0094, 'GNSS_UPLOAD', 'BYTE', '', 'GNSS模块详细定位数据上传方式'],
  [0x0095, 'GNSS_UPLOAD_SETTING', 'DWORD', '', 'GNSS模块详细定位数据上传设置'],
  [0x0100, 'CAN_1_SAMPLING', 'DWORD', 'ms', 'CAN总线通道1采集时间间隔'],
  [0x0101, 'CAN_1_UPLOAD', 'WORD', 's', 'CAN总线通道1上传时间间隔'],
  [0x0102, 'CAN_2_SAMPLING', 'DWORD', 'ms', 'CAN总线通道2采集时间间隔'],
  [0x0103, 'CAN_2_UPLOAD', 'WORD', 's', 'CAN总线通道2上传时间间隔'],
  [0x0110, 'CAN_ID', 'BYTES', '', 'CAN总线ID单独采集设置'],
  [0xf364, 'DRIVING_ASSISTANCE', 'BYTES', '', '高级驾驶辅助系统参数'],
  [0xf365, 'DRIVER_MONITORING', 'BYTES', '', '驾驶员状态监测系统参数'],
  [0xf366, 'TYRE_MONITORING', 'BYTES', '', '胎压监测系统参数'],
  [0xf367, 'BLIND_SPOT_MONITORING', 'BYTES', '', '盲区监测系统参数'],
];

/** Parameters of terminals, in the order of their ids. */
export const PARAMETERS: readonly Parameter[] = ROWS.map(([id, name, kind, unit, title]) => ({ id, name, kind, unit, title }));

const BY_ID = new Map(PARAMETERS.map((parameter) => [parameter.id, parameter]));
const BY_NAME = new Map(PARAMETERS.map((parameter) => [parameter.name, parameter]));
const BYTES: Partial<Record<ParameterKind, number>> = { BYTE: 1, WORD: 2, DWORD: 4 };

export const parameterById = (id: number) => BY_ID.get(id);
export const parameterByName = (name: string) => BY_NAME.get(name);

export function isNumber(parameter: Parameter): boolean {
  return BYTES[parameter.kind] !== undefined;
}

/** The largest number that a parameter can hold. */
export function largest(parameter: Parameter): number {
  return 2 ** (8 * (BYTES[parameter.kind] ?? 0)) - 1;
}

const GBK = new TextDecoder('gb18030');

/** What the bytes of a parameter say: a number, a text, or the bytes where they are neither. */
export function parameterValue(id: number, hex: string): string {
  const kind = BY_ID.get(id)?.kind;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
  if (kind === 'STRING') return GBK.decode(bytes).replace(/\0[^]*$/, '');
  if (kind !== undefined && bytes.length > 0 && bytes.length === BYTES[kind]) return String(parseInt(hex, 16));
  return hex;
}
