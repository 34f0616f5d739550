import type { AlertRow, Grade } from '../api/types';

/** The grade that counts: the rule's, or a better one that evidence has given it. */
export const gradeNow = ({ grade, review }: Pick<AlertRow, 'grade' | 'review'>): Grade => review?.grade || grade;
