import type { Notice } from '../api/types';
import type { Limited } from '../pages/cases/board';

/** As the server has it: of one answer, or one appeal. */
export const MOST_WORDS = 1000;
export const MOST_PHOTOS = 5;

/** How long the company may still take. */
export const limitOf = ({ amberAt, dueAt }: Pick<Notice, 'amberAt' | 'dueAt'>): Limited => ({ amberAt, dueAt, urgeAt: null });
