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
    explained: 'Explained, to be decided',
    mine: 'asked by me',
    limit: 'To be answered',
    addPhoto: (n, most) => (n === 0 ? 'Add a photo' : `Add another photo (${n} / ${most})`),
    removePhoto: 'Remove',
    photoAlt: (n) => `Photo ${n} of the explanation`,
    photoMetres: (n) => `${n} m from the alert`,
    refused: { answered: 'Somebody has answered already', full: 'There are as many photos as one may have' },
    sendAnswer: 'Send the explanation',
    answerLabel: 'Explanation (required)',
    onItsWay: 'The explanation is on its way',
  },
};
