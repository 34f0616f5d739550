/** The Chinese words of what of a day's cleaning is due, done and judged. */
export const zhPasses = {
  passes: {
    ofDay: (due: number, worked: number) => `当日应作业 ${due} 次，已完成 ${worked}`,
    judged: (done: number, required: number) => (required === 0 ? '还没有已核定的时段' : `已核定时段完成 ${done} / ${required} 次`),
    workedOfDue: '已完成 / 应作业',
    rateOfJudged: '已核定完成率',
  },
};
