/** The Chinese words of leads that people write down. */
export const zhLead = {
  lead: {
    report: '登记线索',
    file: '登记并受理',
    kind: '来源',
    type: '类型',
    choose: '请选择',
    time: '发现时间',
    text: '情况',
    textHint: '看到了什么、在什么位置。处置单位能看到这段文字，请不要写来电人的姓名和电话',
    plate: '涉事车辆（可不填）',
    plateHint: '从车辆档案中选择',
    spot: '位置',
    spotHint: '在地图上点击',
    lacks: { type: '类型：请选择', spot: '位置：请在地图上点击', time: '发现时间：不能晚于现在', text: '情况：请填写' },
    by: (kind: string, login: string) => `${kind}（${login} 登记）`,
  },
};
