import { zhAccess } from './zhAccess';
import { zhAccounts } from './zhAccounts';
import { zhAudit } from './zhAudit';
import { zhCases } from './zhCases';
import { zhDesk } from './zhDesk';
import { zhDevices } from './zhDevices';
import { zhExemptions } from './zhExemptions';
import { zhInstallations } from './zhInstallations';
import { zhLead } from './zhLead';
import { zhLeads } from './zhLeads';
import { zhLimits } from './zhLimits';
import { zhPapers } from './zhPapers';
import { zhPhone } from './zhPhone';
import { zhOverview } from './zhOverview';
import { zhAppeals } from './zhAppeals';
import { zhReports } from './zhReports';
import { zhNotices } from './zhNotices';
import { zhPasses } from './zhPasses';
import { zhPast } from './zhPast';
import { zhPermitRequests } from './zhPermitRequests';
import { zhPlan } from './zhPlan';
import { zhPoints } from './zhPoints';
import { zhRegister } from './zhRegister';
import { zhReverse } from './zhReverse';
import { zhRules } from './zhRules';
import { zhShifts } from './zhShifts';
import { zhDelivery } from './zhDelivery';
import { zhWebhooks } from './zhWebhooks';
import { zhTerminals } from './zhTerminals';
import { zhVehicle } from './zhVehicle';
import { zhWords } from './zhWords';

/** The Chinese words. The shape of this object is the dictionary's type: English must match it. */
export const zh = {
  ...zhWords,
  ...zhAccess,
  ...zhAccounts,
  ...zhAudit,
  ...zhCases,
  ...zhDesk,
  ...zhDevices,
  ...zhExemptions,
  ...zhInstallations,
  ...zhLead,
  ...zhLeads,
  ...zhLimits,
  ...zhPapers,
  ...zhPhone,
  ...zhOverview,
  ...zhNotices,
  ...zhAppeals,
  ...zhPasses,
  ...zhPast,
  ...zhPermitRequests,
  ...zhPlan,
  ...zhPoints,
  ...zhRegister,
  ...zhReverse,
  ...zhRules,
  ...zhShifts,
  ...zhWebhooks,
  ...zhDelivery,
  ...zhTerminals,
  ...zhVehicle,
  product: '清途',
  productLong: '渣土 · 环卫车辆监管平台',
  synthetic: '演示数据',
  syntheticHint: '城市、车辆、企业均为程序生成，不对应任何真实单位',
  locale: 'zh-CN',
  nav: {
    live: '实时监控',
    playback: '轨迹回放',
    review: '报警研判',
    cases: '案件',
    waybills: '联单扫码',
    audit: '审计',
    past: '区域查车',
    reverse: '遗撒反查',
    leads: '线索研判',
    sweeping: '环卫作业',
    trips: '趟次台账',
    plan: '许可与计划',
    register: '报停·驾驶员',
    overview: '总览',
    reports: '统计报表',
    rules: '规则参数',
    devices: '设备运维',
    shifts: '值班日志',
  },
  bar: {
    unhandled: '未处理报警',
    more: '更多',
    signOut: '退出登录',
    dark: '深色',
    light: '浅色',
    language: 'English',
    timesSpeed: (n: number) => `${n} 倍速`,
    connecting: '正在连接',
    live: '实时',
    lost: '连接中断，正在重连',
  },
  signIn: {
    title: '登录',
    login: '用户名',
    password: '密码',
    submit: '登 录',
    wrong: '用户名、密码或验证码不正确',
    code: '验证码',
    codeHint: '手机验证器上的六位数字，或一个备用码',
    needCode: '请输入验证码',
    offline: '无法连接服务器，请确认服务已启动后重试',
    motto: '让每一车渣土有去处，让每一条街道有人扫',
    needLogin: '请输入用户名',
    needPassword: '请输入密码',
    byProvider: (name: string) => `用${name}登录`,
    providerTrouble: { unknown: '身份认证成功，但这里没有对应的可用账号，请联系管理员', failed: '身份认证未完成，请重试或用密码登录' } as Record<string, string>,
  },
  secondStep: {
    title: '登录二次验证',
    why: '启用后，登录时除密码外还需手机验证器上的验证码。请先再次输入密码。',
    begin: '下一步',
    scan: '用手机验证器扫描二维码，然后输入它显示的六位数字。',
    byHand: '无法扫描时手工输入密钥：',
    confirm: '启用',
    done: '二次验证已启用',
    keep: '请把这些备用码抄下或打印保存：手机丢失时，每个可登录一次。此页关闭后不再显示。',
    kept: '已保存备用码',
  },
  review: {
    OPEN: '未处理',
    CONFIRMED: '已确认',
    REJECTED: '已驳回',
    confirm: '确认',
    confirmToCase: '确认并转案件',
    reject: '驳回',
    rejectTitle: '驳回理由',
    note: '备注',
    notePlaceholder: '补充说明（可不填）',
    queue: '待研判',
    next: '下一条',
    previous: '上一条',
    deviceFault: '设备故障',
    deviceFaultHint: (plate: string) => `驳回报警（传感器故障），并为 ${plate} 的设备立案派修`,
    deviceTitle: (plate: string, rule: string) => `${plate} 设备故障（${rule} 研判）`,
    deviceCase: (id: string) => `已立设备故障案件 ${id}`,
    keys: 'J 下一条 · K 上一条 · 空格 播放',
    notYours: '待监管员研判',
    evidence: '证据',
    curves: '传感器曲线',
    trace: '判定过程',
    permit: '准运证',
    noPermit: '没有与本报警关联的准运证',
    files: '证据文件',
    bundle: '证据包',
    bundleHint: '一个签名的 ZIP：轨迹、原始数据、规则与参数、地图、照片、处理经过',
    sheet: '事件证据单',
    revisions: '修订记录',
    condition: '条件',
    value: '实测值',
    measured: '实测',
    allowed: '限值',
    choose: '从左侧选择一条报警查看证据',
    empty: '没有符合条件的报警',
    emptyHint: '放宽筛选条件，或等待新的报警',
    done: '已处理',
    by: (user: string, at: string) => `${user} · ${at}`,
    since: (text: string) => `已查看 ${text}`,
    saved: '已记录',
    noPoints: '这段时间没有定位点',
    road: '道路',
    trip: '趟次',
    ruleVersion: '规则版本',
    site: '装载工地',
    disposal: '消纳去向',
    hours: '准运时段',
    validity: '有效期',
    enteredAt: '录入时间',
    allDay: '全天',
  },
  live: {
    all: '全部',
    online: '在线',
    offline: '离线',
    alarm: '报警',
    searchPlate: '搜索车牌、公司',
    fleet: { both: '全部车辆', muck: '渣土车', sanitation: '环卫车' },
    companies: '运输 / 作业单位',
    noMatch: '没有符合的车辆',
    noMatchHint: '换一个车牌，或点“全部”看所有状态',
    follow: '跟踪',
    unfollow: '取消跟踪',
    following: (plate: string) => `正在跟踪 ${plate}`,
    playback: '轨迹回放',
    alerts: '报警',
    noAlerts: '当前没有未处理的报警',
    noAlertsHint: '新报警会自动出现在这里',
    soundOn: '声音提示已开',
    soundOff: '声音提示已关',
    vehicleTable: '车辆列表',
    alertTable: '报警列表',
    collapse: '收起',
    expand: '展开',
    fitCity: '全城',
    ageNow: '刚刚',
    ageMinutes: (n: number) => `${n} 分钟前`,
    ageHours: (n: number) => `${n} 小时前`,
    lastReport: '最近上报',
  },
  column: {
    plate: '车牌',
    kind: '类型',
    company: '单位',
    time: '时间',
    speed: '速度',
    heading: '方向',
    state: '状态',
    load: '空重载',
    cover: '厢盖',
    lift: '举升',
    weight: '载重 t',
    work: '作业装置',
    rule: '报警类型',
    grade: '等级',
    severity: '严重程度',
    place: '地点',
    measured: '实测 / 限值',
    review: '处理',
  },
  map: {
    layers: '图层',
    roads: '道路',
    places: '场所',
    zones: '管控区',
    routes: '核准路线',
    vehicles: '车辆',
    alerts: '报警点',
    sweeping: '机扫状态',
    closures: '封闭道路',
    cameras: '卡口抓拍',
    counts: '今日进出与在场',
    closed: (underpass: string) => (underpass ? `封闭 · ${underpass} 积水` : '封闭'),
    counted: { out: (n: number) => `出 ${n} 趟`, in: (n: number) => `进 ${n} 趟`, inside: (n: number) => `在场 ${n} 辆` },
    tiles: '底图',
    clusters: '聚合显示',
    legend: '图例',
    loaded: '重载（实心）',
    empty: '空载（空心）',
    muck: '渣土车',
    sanitation: '环卫车',
    failed: '地图出错',
    failedHint: '刷新页面；若仍出现，请将此信息交给管理员',
    noWebgl: '浏览器无法绘制地图：需要 WebGL 2。请启用硬件加速或更换浏览器',
    tilesFailed: '底图服务无法访问，已改用自有道路图层',
  },
  playback: {
    vehicle: '车辆',
    together: '再选车辆，同屏回放',
    raw: '原始轨迹',
    cleaned: '清洗后',
    dropped: (n: number) => `${n} 个点未采用`,
    droppedFor: { C01: '未定位', C02: '不在本市', C03: '时间超前', C04: '时刻重复', C05: '跳点', C06: '毛刺' },
    silent: '这段时间没有轨迹',
    today: '今天',
    yesterday: '昨天',
    twoHours: '最近 2 小时',
    custom: '自选时段',
    load: '查询',
    play: '播放',
    pause: '暂停',
    speed: '播放速度',
    progress: '播放进度',
    keys: '空格 播放 · J / K 下一个、上一个停车或报警',
    follow: '地图跟随',
    stops: '停车点',
    alerts: '报警',
    points: (n: number) => `${n} 个定位点`,
    distance: '里程',
    drivingTime: '行驶',
    parkedTime: '停车',
    gapTime: '无信号',
    maxSpeed: '最高速度',
    driving: '行驶',
    parked: '停车',
    gap: '无信号',
    alert: '报警',
    choose: '选择车辆和时段',
    chooseHint: '可从实时监控的车辆卡片直接进入',
    none: '这段时间没有轨迹',
    noneHint: '换一个时段；若车辆应在运行，请检查终端是否在线',
    noStops: '没有停车超过 3 分钟',
    noAlerts: '没有报警',
    minutes: (n: number) => `${n} 分钟`,
  },
  sweeping: {
    date: '日期',
    road: '道路',
    grade: '等级',
    contractor: '作业单位',
    segment: '路段',
    side: '侧',
    op: '作业',
    window: '时段',
    coverage: '覆盖率',
    result: '结果',
    work: '作业起止',
    plates: '作业车辆',
    allOps: '全部作业',
    allWindows: '全部时段',
    show: { ALL: '全部路段', UNDONE: '还没完成', CLOSING: '60 分钟内截止' },
    undone: '未完成 · 剩余',
    undoneNow: (n: number) => `进行中未完成 ${n} 次`,
    closing: (n: number) => `60 分钟内截止 ${n}`,
    able: '可派车辆',
    noneAble: '没有在线的合适车辆',
    callable: '可派车辆（拖到道路上即派车）',
    drag: '拖到表中或地图上的道路即派车；用键盘时展开道路，在“可派车辆”中派车',
    empty: '当日没有作业要求',
    emptyHint: '收到车辆数据后，当日作业时段显示在这里；也可换一个日期，或检查作业计划是否已录入',
    passes: '次数',
    by: { result: '按结果', age: '按最近作业' },
    age: ['1 小时内', '1–3 小时', '3–6 小时', '6–12 小时', '12 小时以上', '当日未作业'],
  },
  trips: {
    date: '日期',
    trip: '趟次',
    site: '装载工地',
    out: '出场',
    end: '到达 / 结束',
    endKind: '趟次结果',
    distance: '里程 km',
    adherence: '路线遵从率',
    coverOpen: '未密闭时长',
    maxSpeed: '最高速度',
    waybill: '联单',
    duration: '用时',
    permit: '准运证',
    camera: '卡口',
    track: '轨迹',
    noCamera: '无卡口记录',
    gateOut: '出场',
    gateIn: '到达',
    notSeen: (gate: string) => `${gate}未拍到`,
    brokenOff: '轨迹中断',
    exception: (note: string) => `异常：${note}`,
    gap: { NO_PERMIT: '无准运证', NO_WAYBILL: '无联单', WAYBILL_DIFFERS: '联单不符', EXCEPTION: '现场异常', NOT_ON_CAMERA: '卡口未拍到', UNOBSERVED: '未观测' },
    empty: '当日没有趟次',
    emptyHint: '换一个日期，或清除车牌条件',
    total: (n: number) => `共 ${n} 趟`,
    all: '全部结果',
    expiring: '准运证即将到期',
    until: (time: string) => `有效至 ${time}`,
    daysLeft: (n: number) => `余 ${n} 天`,
    hoursLeft: (n: number) => `余 ${n} 小时`,
  },
  ...zhReports,
  common: {
    loading: '加载中',
    failed: '加载失败',
    retry: '重试',
    export: '导出',
    formats: { CSV: 'CSV 表格', XLSX: 'Excel 表格', GEOJSON: 'GeoJSON', GPX: 'GPX 1.1', KML: 'KML', GPKG: 'GeoPackage' },
    close: '关闭',
    cancel: '取消',
    ok: '确定',
    none: '—',
    kmh: 'km/h',
    yes: '是',
    no: '否',
    all: '全部',
    loadMore: '加载更多',
    notFound: '没有这个页面',
    day: '日期',
    dayBefore: '前一天',
    dayAfter: '后一天',
    period: '时间范围',
    chooseFile: '选择文件',
    noFile: '还没有选择文件',
    forbidden: '没有权限进行此操作',
    forbiddenHint: '如工作需要，请联系管理员开通',
    toFirstPage: '回到首页',
    skip: '跳到正文',
  },
};

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? string[]
      : { [K in keyof T]: Widen<T[K]> };

export type Dictionary = Widen<typeof zh>;
export type AccessWords = Pick<Dictionary, keyof typeof zhAccess>;
export type AccountWords = Pick<Dictionary, keyof typeof zhAccounts>;
export type AuditWords = Pick<Dictionary, keyof typeof zhAudit>;
export type CaseWords = Pick<Dictionary, keyof typeof zhCases>;
export type DeskWords = Pick<Dictionary, keyof typeof zhDesk>;
export type DeviceWords = Pick<Dictionary, keyof typeof zhDevices>;
export type InstallationWords = Pick<Dictionary, keyof typeof zhInstallations>;
export type LeadReportWords = Pick<Dictionary, keyof typeof zhLead>;
export type LeadWords = Pick<Dictionary, keyof typeof zhLeads>;
export type OverviewWords = Pick<Dictionary, keyof typeof zhOverview>;
export type AppealWords = Pick<Dictionary, keyof typeof zhAppeals>;
export type ReportWords = Pick<Dictionary, keyof typeof zhReports>;
export type NoticeWords = Pick<Dictionary, keyof typeof zhNotices>;
export type PassWords = Pick<Dictionary, keyof typeof zhPasses>;
export type PastWords = Pick<Dictionary, keyof typeof zhPast>;
export type PermitRequestWords = Pick<Dictionary, keyof typeof zhPermitRequests>;
export type PlanWords = Pick<Dictionary, keyof typeof zhPlan>;
export type PointsWords = Pick<Dictionary, keyof typeof zhPoints>;
export type ReverseWords = Pick<Dictionary, keyof typeof zhReverse>;
export type DeliveryWords = Pick<Dictionary, keyof typeof zhDelivery>;
export type WebhookWords = Pick<Dictionary, keyof typeof zhWebhooks>;
export type RuleWords = Pick<Dictionary, keyof typeof zhRules>;
export type LimitWords = Pick<Dictionary, keyof typeof zhLimits>;
export type TerminalWords = Pick<Dictionary, keyof typeof zhTerminals>;
export type VehicleWords = Pick<Dictionary, keyof typeof zhVehicle>;
export type CodeWords = Pick<Dictionary, keyof typeof zhWords>;
