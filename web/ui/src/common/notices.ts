import type { Notice } from '../api/types';
import type { Limited } from '../pages/cases/board';

/** As the server has it: of one answer. */
export const MOST_ANSWER = 1000;
export const MOST_PHOTOS = 5;

/** How long the company may still take. */
export const limitOf = ({ amberAt, dueAt }: Pick<Notice, 'amberAt' | 'dueAt'>): Limited => ({ amberAt, dueAt, urgeAt: null });
