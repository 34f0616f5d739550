import type { NoticeWords } from './zh';

/** The English words of what companies are asked about alerts. */
export const enNotices: NoticeWords = {
  notices: {
    title: 'Explanation of the company',
    notify: 'Notify company',
    send: 'Send',
    note: 'What the company is to explain',
    usual: 'Please check and explain',
    sent: (company) => `${company} has been notified`,
    asked: (user, company, time) => `${time} ${user} → ${company}:`,
    answered: (user, time) => `${time} ${user} answered:`,
    waiting: 'Waiting for the company',
    answer: 'Answer',
    answerHint: 'What happened, and what was done about it',
    toAnswer: 'To answer today',
    awaited: 'Waiting for companies',
  },
};
