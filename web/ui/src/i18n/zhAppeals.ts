/** The Chinese words of appeals against what no case took up. */
export const zhAppeals = {
  appeals: {
    title: '申诉',
    lodge: '申诉',
    reason: '申诉理由（必填）',
    until: (time: string) => `该违规已确认、未转案件，${time} 前可申诉一次`,
    over: (time: string) => `申诉期已于 ${time} 结束`,
    before: (time: string) => `${time} 前可申诉`,
    lodged: (user: string, time: string) => `${time} ${user} 申诉：`,
    waiting: '等待裁定',
    notYours: '确认该报警的人不能裁定，请由其他监管员裁定',
    uphold: '申诉成立',
    reject: '驳回申诉',
    why: '裁定理由（必填）',
    decision: { UPHELD: '申诉成立', REJECTED: '驳回申诉' },
    decided: (user: string, time: string) => `${time} ${user}：`,
    charged: '可申诉的违规',
    undecided: '申诉待裁定',
    toDecide: '待裁定的申诉',
    answered: '申诉结果（近 30 天）',
  },
};
