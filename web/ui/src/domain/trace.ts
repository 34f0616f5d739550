import type { Language } from '../i18n/language';
import { clock } from './time';

/** Conditions of the rules in Chinese; the rules themselves name them in English. */
const CONDITIONS: readonly (readonly [RegExp, string])[] = [
  [/^cover$/, '厢盖状态'],
  [/^load confidence ≥ conf_min$/, '载货判定可信度达标'],
  [/^travelled ≥ (\S+) m$/, '敞开行驶距离 ≥ $1 m'],
  [/^mean speed$/, '平均速度'],
  [/^over the limit by$/, '超过限速'],
  [/^load$/, '空重载判定'],
  [/^sensor says empty$/, '传感器已显示空载'],
  [/^dwell ≥ disp_dwell, then back at a site$/, '停留达到卸载时长后返回工地'],
  [/^unloaded there$/, '在该处卸载'],
  [/^end place on no valid permit of the site$/, '该消纳场不在有效准运证之列'],
  [/^sensor$/, '传感器'],
  [/^left (?:a|the) site loaded$/, '重载离开工地'],
  [/^permit ran out$/, '准运证到期'],
  [/^no valid permit of this vehicle for the site$/, '本车在该工地无有效准运证'],
  [/^permit typed in within permit_lag$/, '准运证在补录时限内录入'],
  [/^work sensor$/, '作业传感器'],
  [/^on segments due in the running window$/, '位于当前时段应作业的路段'],
  [/^time ≥ (?:idle|fast)_time$/, '持续时间'],
  [/^way ≥ (?:idle|fast)_way$/, '行驶距离'],
  [/^not a direct way to water, dump, depot or first work$/, '并非直接前往加水、排污、停车场或首个作业路段'],
  [/^speed > v_warn$/, '速度超过作业限速'],
  [/^no end place since$/, '此后未进入任何消纳场'],
  [/^f1 .*/, '未经消纳场即返回工地'],
  [/^f2 .*/, '停留处远离道路'],
  [/^f3 .*/, '停留时掉头或倒车'],
  [/^f4 .*/, '此前也在该处停留'],
  [/^f5 .*/, '附近有热点或举报'],
  [/^f6 .*/, '发生在夜间'],
  [/^f7 .*/, '离开后车速明显变快'],
  [/^other trucks there$/, '同处停留的其他车辆'],
  [/^waybill scanned$/, '联单扫码'],
  [/^no trip within (\d+) min$/, '扫码前后 $1 分钟内没有出车'],
  [/^gate camera saw nothing$/, '抓拍设备未拍到该车'],
  [/^first camera$/, '第一处抓拍'],
  [/^second camera$/, '第二处抓拍'],
  [/^implied speed > vmax_truck$/, '两处之间所需车速超过上限'],
  [/^gap (\d+), trip (\S+)$/, '第 $1 次失联，趟次 $2'],
  [/^loaded ≥ conf_min$/, '载货判定可信度达标'],
  [/^speed ≤ lift_kmh$/, '举升时车速不超过限值'],
  [/^permitted hours$/, '准运时段'],
  [/^driven outside$/, '时段外行驶'],
  [/^left inside the hours$/, '在时段内离开工地'],
  [/^alarm flag$/, '终端报警标志'],
  [/^moving$/, '行驶中'],
  [/^road of the route closed$/, '核准路线所经道路封闭'],
  [/^farther than corr from (\d+) routes$/, '偏离全部 $1 条核准路线'],
  [/^time outside$/, '偏离时间'],
  [/^way outside$/, '偏离里程'],
  [/^lift up ≥ lift_hold$/, '举升持续时间达标'],
  [/^load gone by a second sensor$/, '第二传感器证实卸载'],
  [/^place$/, '地点判定'],
  [/^last motion$/, '离线前状态'],
  [/^loaded$/, '重载'],
  [/^window has ended$/, '作业时段已结束'],
  [/^not exempt, not unobserved$/, '无豁免，且已观测'],
  [/^other side is DONE$/, '另一侧已完成'],
  [/^segment (\S+): a required pass < partial_min$/, '路段 $1：有一趟覆盖不足三成'],
  [/^segment (\S+): a required pass ≥ partial_min and < pass_min$/, '路段 $1：有一趟只完成一部分'],
  [/^segment (\S+): this side < partial_min$/, '路段 $1：本侧覆盖不足三成'],
];

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/\btrue\b/g, '是'],
  [/\bfalse\b/g, '否'],
  [/\bOPEN\b/g, '敞开'],
  [/\bCLOSED\b/g, '密闭'],
  [/\bPARTIAL\b/g, '半开'],
  [/\bLOADED\b/g, '重载'],
  [/\bEMPTY\b/g, '空载'],
  [/\bUNKNOWN\b/g, '未知'],
  [/\bMOVING\b/g, '行驶'],
  [/\bELSEWHERE\b/g, '不在任何允许地点'],
  [/\bbrush OFF, healthy\b/gi, '扫刷关闭，传感器正常'],
  [/\bpump OFF, healthy\b/gi, '水泵关闭，传感器正常'],
  [/\bbrush ON\b/gi, '扫刷开启'],
  [/\bpump ON\b/gi, '水泵开启'],
  [/^yes$/, '是'],
  [/^terminal online$/, '终端在线'],
  [/, track there$/, '，轨迹在此'],
  [/, track not there$/, '，轨迹不在此'],
  [/^not known$/, '未知'],
  [/^under way$/, '运输中'],
  [/\bUNEXPLAINED\b/g, '未到消纳场即返回工地'],
  [/\bOVERDUE\b/g, '超时未到'],
  [/ km\/h most$/, ' km/h（最高）'],
  [/ and /g, '、'],
  [/^(\d+) of (\d+) passes, coverage ([\d.]+), by nobody$/, '$1/$2 趟，覆盖 $3，无车作业'],
  [/^(\d+) of (\d+) passes, coverage ([\d.]+), by (.*)$/, '$1/$2 趟，覆盖 $3，$4'],
  [/ segments$/, ' 个路段'],
  [/^approved by /, '批准人：'],
  [/ m driven$/, ' m'],
  [/DailyHours\[from=([\d:]+), to=([\d:]+)\]/g, '$1–$2'],
  [/ to /g, ' 至 '],
  [/ from /g, '，来源 '],
  [/ at /g, ' '],
];

const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

/** The name of a condition in the reader's language; one that is not known stays as it is. */
export function conditionName(name: string, language: Language): string {
  if (language === 'en') return name;
  const known = CONDITIONS.find(([pattern]) => pattern.test(name));
  return known ? name.replace(known[0], known[1]) : name;
}

/** What was found, with moments as the city's clock shows them. */
export function conditionValue(value: string, language: Language): string {
  const local = value.replace(INSTANT, clock);
  return language === 'en' ? local : VALUES.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), local);
}
