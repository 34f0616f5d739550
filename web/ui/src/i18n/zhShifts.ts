/** The Chinese words of the shift log. */
export const zhShifts = {
  shifts: {
    onDuty: '当前值班',
    nobody: '无人值班',
    since: (at: string) => `${at} 上岗`,
    kind: { BEGIN: '上岗', NOTE: '记事', HAND_OVER: '交班', TAKE_OVER: '接班' },
    standing: '未结事项',
    alerts: '近24小时未研判报警（A、B级）',
    cases: '未结案件',
    overdue: '其中超时',
    exemptions: '待审批豁免',
    waiting: '待接班',
    items: '移交事项',
    itemsHint: '移交事项，每行一项',
    textHint: '本班情况',
    noteHint: '发生了什么，怎样处理',
    goesWith: '系统随交班记录的未结事项',
    older: '更早的记录',
    newest: '回到最新',
    none: '还没有值班记录',
    noneHint: '值班人员上岗后，记事和交接班按时间列在这里，不可修改',
  },
};
