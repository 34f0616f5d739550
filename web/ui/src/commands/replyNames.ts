import { chineseName } from '../pages/inspector/fields';

/** Fields of replies as the API names them, which are not always those of the packet. */
const NAMES: Record<string, string> = {
  layout: '消息版本',
  terminalType: '终端类型',
  iccid: '终端 SIM 卡 ICCID',
  hardwareVersion: '终端硬件版本号',
  firmwareVersion: '终端固件版本号',
  gnssModules: 'GNSS 模块属性',
  communicationModules: '通信模块属性',
  mediaIds: '多媒体 ID 列表',
  valid: '定位有效',
  altitudeMetres: '高程 m',
  speedKmh: '速度 km/h',
  directionDegrees: '方向 °',
  alarmBits: '报警标志位',
  statusBits: '状态位',
  mileageKm: '里程 km',
  recorderSpeedKmh: '行驶记录速度 km/h',
  satellites: '定位卫星数',
  signal: '信号强度',
  load: '空重载',
  command: '记录仪命令字',
  block: '记录仪数据块',
  vin: '车架号',
  category: '号牌分类',
  id: '附加信息 ID',
  length: '长度',
  hex: '内容',
};

/** What a field of a reply is called in Chinese; its path where there is no word. */
export function replyName(messageId: string, path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const place = /\[(\d+)]/.exec(path)?.[1];
  const name = NAMES[last] ?? chineseName(messageId, path) ?? path;
  return place === undefined || name === path ? name : `${name} #${Number(place) + 1}`;
}
