/** The Chinese words of waybills and of what is ordered by the boards. */
export const zhPapers = {
  waybills: {
    code: '联单号或车牌',
    camera: '扫码',
    noCamera: '打不开摄像头，请检查浏览器权限，或手工输入联单号',
    out: '出场',
    in: '接收',
    exception: '异常',
    what: '哪里不符：车牌、土质、方量、密闭……',
    report: '提交异常',
    scan: { OUT: '出场确认', IN: '接收确认', EXCEPTION: '异常' },
    done: { OUT: '已登记出场', IN: '已登记接收', EXCEPTION: '异常已上报' },
    empty: '没有待扫的联单',
    emptyHint: '发往或来自本场的联单签发后，自动出现在这里',
    unknown: (code: string) => `本场没有联单 ${code}`,
    unknownHint: '请核对号码；车辆没有联单的，不得放行，并告知监管员',
  },
  orders: {
    send: '派车',
    sent: (plate: string, by: string) => `已派 ${plate} · ${by} 前完成`,
    sentBy: (who: string, at: string) => `${who} ${at} 派出`,
  },
  raised: {
    button: '以影像为证，确认并升为 A 级',
    from: (grade: string) => `原 ${grade} 级，凭影像升级`,
  },
  linkedCases: {
    open: '串案扩线：还有谁在现场停过',
    title: '串案扩线',
    note: '以最近一张现场照片的位置为准，前后 30 天内在 100 m 以内停留的车辆；本案车辆除外',
    make: '串案立案',
    made: (id: number) => `案件 ${id}`,
    back: '返回案件',
    suspects: '遗撒反查：谁先经过这里',
  },
};
