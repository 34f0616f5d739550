/** The Chinese words of what waits on the review desk. */
export const zhDesk = {
  desk: {
    waitsMinutes: (n: number) => (n < 1 ? '刚到' : `已等 ${n} 分`),
    waitsHours: (h: number, m: number) => `已等 ${h} 小时 ${m} 分`,
    waitsDays: (d: number, h: number) => `已等 ${d} 天 ${h} 小时`,
    limit: { A: '研判时限 15 分钟', B: '研判时限 4 工作时', C: '推断，不设研判时限' },
    over: '已超时',
    ahead: (n: number) => `↑ 上面还有 ${n} 条更急的`,
    byUrgency: '按紧急程度排列，同级先到在前',
    severity: '程度',
    severityFrom: (severity: string) => `${severity}及以上`,
  },
};
