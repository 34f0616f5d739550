import { ApiError } from '../../api/api';
import type { Dictionary } from '../../i18n/zh';

type Words = Pick<Dictionary, 'plan' | 'locale'>;

/** The server's reasons, which are English, as a Chinese page says them; what is in brackets is kept. */
const CHINESE: readonly [RegExp, string][] = [
  [/^(\S+) is empty$/, '“$1” 不能为空'],
  [/^id is empty$/, '编号不能为空'],
  [/^unknown (\S+) (".*?").*$/, '$1 的值 $2 不认识'],
  [/^kind: unknown kind (".*?").*$/, '类型 $1 不认识'],
  [/^kind: a (\S+) does not become a (\S+)$/, '场所与禁行区不能互相改类型（$1 → $2）'],
  [/^(\S+) (".*?") is not a (finite )?number$/, '$1 的值 $2 不是数字'],
  [/^(\S+) (\S+) is not more than 0$/, '$1 的值 $2 应大于 0'],
  [/^corridor_m is more than (\d+)$/, '允许偏离距离不能超过 $1 米'],
  [/^an id has at most (\d+) characters.*$/, '编号最多 $1 个字符，不能含分号'],
  [/^name has more than (\d+) characters$/, '名称不能超过 $1 个字符'],
  [/^is a line, not a polygon$/, '图形是线，应为面'],
  [/^is a (\w+), not a polygon$/, '图形是 $1，应为面'],
  [/^is not a line$/, '图形不是线'],
  [/^is a line without length$/, '线没有长度'],
  [/^has no shape$/, '没有图形'],
  [/^has more than (\d+) points$/, '图形超过 $1 个点'],
  [/^Self-intersection at (.*)$/, '面的边线自相交，位置 $1'],
  [/^Ring Self-intersection at (.*)$/, '面的边线自相交，位置 $1'],
  [/^Too few distinct points in geometry component at (.*)$/, '不同的点太少，位置 $1'],
  [/^needs at least (\d+) points, has (\d+)$/, '至少需要 $1 个点，现有 $2 个'],
  [/^point (\S+, \S+) lies outside the city.*$/, '点 $1 在城市范围之外（经纬度是否颠倒？）'],
  [/^point (\d+) \((.*)\) is not longitude, latitude$/, '第 $1 点（$2）不是经度、纬度'],
  [/^lies in (\S+), not in WGS-84: .*$/, '坐标系像是 $1 而不是 WGS-84，请选对坐标系'],
  [/^plate (".*?") is no vehicle on file$/, '车牌 $1 没有登记'],
  [/^site_id (".*?") is no site on file$/, '工地 $1 不存在'],
  [/^disposal_ids: (".*?") is no ground on file$/, '消纳场 $1 不存在'],
  [/^route_ids: (".*?") is no route on file$/, '路线 $1 不存在'],
  [/^daily_from and daily_to go together$/, '每日起止要同时填写'],
  [/^valid_to: (".*?") is before valid_from$/, '失效时间 $1 早于生效时间'],
  [/^(\S+): (".*?") is not a time such as (.*)$/, '$1 的值 $2 不是时间，应如 $3'],
  [/^(\S+): (".*?") is not a time of day such as (.*)$/, '$1 的值 $2 不是时刻，应如 $3'],
  [/^(\S+): (".*?") is not a date such as (.*)$/, '$1 的值 $2 不是日期，应如 $3'],
  [/^hours: (".*?") is not hours such as (.*)$/, '时段 $1 应写成 $2'],
  [/^what a permit in force permits is not changed.*$/, '准运证生效后内容不能改：请停用后换发新证'],
  [/^the permit has run out: issue another one$/, '准运证已过期：请换发新证'],
  [/^a permit does not end in the past$/, '失效时间不能早于现在'],
  [/^segment_id (".*?") is no road segment on file$/, '路段 $1 不存在'],
  [/^must name a segment_id or a grade, one of the two$/, '路段和保洁等级要填一个，且只填一个'],
  [/^side: segment (\S+) has no side (\S+)$/, '路段 $1 没有这一侧（$2）'],
  [/^passes is more than (\d+)$/, '遍数不能超过 $1'],
  [/^passes (\S+) is less than 1$/, '遍数 $1 应至少为 1'],
  [/^contractor (".*?") has no vehicle on file that can do it$/, '作业单位 $1 没有能做这项作业的车辆'],
  [/^(.+) is taken$/, '编号 $1 已被占用，请换一个'],
  [/^who has to do the work does not plan it$/, '作业单位不能自己排自己的计划'],
  [/^contractor (".*?") is none of yours$/, '作业单位 $1 不在您的范围内'],
  [/^(\S+) does not change; end (.+) and make another$/, '$1 不能改：请停用 $2 后另建一条'],
  [/^what was asked for is not corrected; .*$/, '已经要求过的不能更正：修改从明天零时起生效'],
  [/^says too little why this is done$/, '请写明原因'],
  [/^(.+) stands in the file twice, with different content$/, '$1 在文件中出现两次且内容不同'],
  [/^(\S+) (".*?") begins as a formula$/, '$1 的值 $2 像公式'],
  [/^cell (\S+) is a formula$/, '单元格 $1 是公式'],
  [/^its shape is no WKT and no GeoJSON$/, '图形既不是 WKT 也不是 GeoJSON'],
  [/^has a damaged shape$/, '图形已损坏'],
  [/^is neither a line nor a polygon$/, '图形既不是线也不是面'],
  [/^has a (\w+), no shape$/, '是 $1，不是线或面'],
  [/^has coordinates that are none$/, '坐标有误'],
  [/^no column is called (\S+); known: (.*)$/, '缺少列 $1；可用的列：$2'],
  [/^the file is empty$/, '文件是空的'],
  [/^the file holds no rows$/, '文件里没有记录'],
  [/^the file has more than (\d+) .*$/, '文件超过 $1 条记录'],
  [/^the file is none of .*$/, '不支持的文件类型'],
  [/^the file says that it is in (\S+), not in (\S+)$/, '文件自称坐标系是 $1，与所选 $2 不符'],
  [/^the ZIP unpacks to more than (\d+) MB$/, '压缩包解开后超过 $1 MB'],
  [/^the ZIP .*$/, '压缩包里没有可导入的文件，或已损坏'],
  [/^the Shapefile is in metres.*$/, 'Shapefile 是投影坐标（米），请先转换为 WGS-84 经纬度'],
  [/^the file is in (EPSG:\d+), not in degrees.*$/, '文件坐标系是 $1，请先转换为 WGS-84 经纬度'],
  [/^the file has a document type.*$/, '文件含有 DOCTYPE，已拒绝'],
  [/^the file is no (\S+).*$/, '文件不是有效的 $1'],
  [/^geometry (".*?") is not a LineString.*$/, '图形类型 $1 不支持'],
];

/** A reason in the page's language; one that is not known stays as it came. */
export function reasonIn(reason: string, { locale }: Pick<Dictionary, 'locale'>): string {
  if (locale !== 'zh-CN') return reason;
  for (const [pattern, chinese] of CHINESE) {
    if (pattern.test(reason)) return reason.replace(pattern, chinese);
  }
  return reason;
}

/** Why an edit was not taken. */
export function refusal(error: Error, t: Words): string {
  if (error instanceof ApiError && error.code === 'stale') return t.plan.stale;
  return reasonIn(error.message.replace(/^(columns(\.\w+)?|geometry|reason|at): /, ''), t);
}
