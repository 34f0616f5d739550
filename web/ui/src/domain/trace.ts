import type { Language } from '../i18n/language';
import { zhConditions } from '../i18n/zhConditions';
import { clock } from './time';

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
  const known = zhConditions.find(([pattern]) => pattern.test(name));
  return known ? name.replace(known[0], known[1]) : name;
}

/** What was found, with moments as the city's clock shows them. */
export function conditionValue(value: string, language: Language): string {
  const local = value.replace(INSTANT, clock);
  return language === 'en' ? local : VALUES.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), local);
}
