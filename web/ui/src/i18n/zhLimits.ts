/** The Chinese words of the limits of cases. */
export const zhLimits = {
  limits: {
    type: '案件类型',
    stage: '环节',
    initial: '默认时限',
    setBy: '提出 / 批准',
    wish: '拟改为',
    onlyOthers: '只看与默认不同的',
    version: (number: number) => `时限表第 ${number} 版`,
    ofVersion: (number: number) => `第 ${number} 版`,
    since: (time: string) => `自 ${time} 起`,
    usual: '默认时限',
    hint: '新时限只对生效后开始的环节起作用；已经在走的时限保持不变。处置时限从派遣时起算，按派遣时有效的时限表。',
    nothingWished: '先在表中填写一个或多个拟改时限',
    proposeHint: '变更由规则审批人批准后生效，只对生效后开始的环节起作用。',
    proposed: '已提出，等待审批',
    noProposals: '没有提出过变更',
    term: { FILING: '受理至立案', DISPATCH: '立案至派遣', FIRST_ANSWER: '首次响应', HANDLING: '处置', VERIFICATION: '核查' },
    meaning: { FILING: '从受理到立案', DISPATCH: '从立案到派遣', FIRST_ANSWER: '从派遣到开始处置', HANDLING: '从派遣到反馈', VERIFICATION: '从反馈到开始核查，以及从开始核查到结案' },
  },
};
