/** The Chinese words of what companies are asked about alerts. */
export const zhNotices = {
  notices: {
    title: '企业说明',
    notify: '通知企业',
    send: '发送',
    note: '要企业说明什么',
    usual: '请核实并说明情况',
    sent: (company: string) => `已通知 ${company}`,
    asked: (user: string, company: string, time: string) => `${time} ${user} → ${company}：`,
    answered: (user: string, time: string) => `${time} ${user} 答复：`,
    waiting: '等待企业说明',
    answer: '答复',
    answerHint: '说明情况和已采取的措施',
    toAnswer: '今天要答复',
    awaited: '等待企业说明',
  },
};
