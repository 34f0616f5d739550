import { createContext, useContext } from 'react';
import type { CaseType } from '../api/caseTypes';
import type { PlanLayer } from '../api/planTypes';
import type { CommandKind } from '../api/terminalTypes';
import type { Permission, Role, User } from '../api/types';

const UserContext = createContext<User | null>(null);
export const UserProvider = UserContext;

/** Who is signed in. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (!user) throw new Error('nobody is signed in above this component');
  return user;
}

/** What the server has given; what it would refuse is not offered. */
export type Rights = Pick<User, 'role' | 'permissions' | 'seesCity'>;

const may = ({ permissions }: Rights, permission: Permission): boolean => permissions.includes(permission);

const HARMLESS: readonly CommandKind[] = ['LOCATE', 'TEXT', 'SNAPSHOT', 'QUERY_RECORDER_VEHICLE'];

/** About the terminal itself, not about who drives. */
const OF_DEVICE: readonly CommandKind[] = ['QUERY_ATTRIBUTES', 'READ_PARAMETERS', 'WRITE_PARAMETERS', 'RESTART'];

export function mayOrder(user: Rights, kind: CommandKind): boolean {
  return may(user, 'ORDER') || (may(user, 'ORDER_HARMLESS') && HARMLESS.includes(kind)) || (may(user, 'ORDER_DEVICE') && OF_DEVICE.includes(kind));
}

/** Who may confirm and reject alerts of a rule. */
export const mayReview = (user: Rights, rule: string): boolean => may(user, 'REVIEW') || (may(user, 'REVIEW_SWEEPING') && rule.startsWith('S'));

/** Who decides on alerts at all, and is told of new ones by a sound. */
export const mayReviewAny = (user: Rights): boolean => may(user, 'REVIEW') || may(user, 'REVIEW_SWEEPING');

export const maySeeTerminals = (user: Rights): boolean => may(user, 'TERMINALS');

/** Tables and tracks as files. An officer has the sheets of cases and no tables. */
export const mayExport = (user: Rights): boolean => may(user, 'EXPORT');

/** An alert as files: an officer has those of the own squad's cases. */
export const mayTakeEvidence = (user: Rights): boolean => mayExport(user) || user.role === 'OFFICER';

/** Places and routes are the city's own; a district edits the permits of its companies, and its sanitation manager what is cleaned and collected. */
export function mayEditPlan(user: Rights, layer: PlanLayer): boolean {
  if (layer === 'requirements' || layer === 'collection_points') return may(user, 'PLAN_SWEEPING');
  return may(user, 'PLAN') && (layer === 'permits' || user.seesCity);
}

/** 报停, 驾驶员: a company keeps them of its own. */
export const mayKeep = (user: Rights): boolean => may(user, 'KEEP');

/** To bind terminals, to test them and to bring them into use. */
export const mayInstall = (user: Rights): boolean => may(user, 'INSTALL');

/** The company itself explains, and nobody for it. */
export const mayAnswerNotices = (user: Rights): boolean => may(user, 'HANDLE') && user.role === 'DISPATCHER';

/** Who sends vehicles to roads that are undone. */
export const mayAssign = (user: Rights): boolean => may(user, 'ASSIGN');

/** Who keeps the shift log, and who reads it. */
export const mayKeepLog = (user: Rights): boolean => may(user, 'DUTY');

const mayReadLog = (user: Rights): boolean => mayKeepLog(user) || may(user, 'SUPERVISE') || may(user, 'AUDIT');

/** Who asks that windows be excused, and who of others decides on it. */
export const mayExcuse = (user: Rights): boolean => may(user, 'EXCUSE');

export const mayExempt = (user: Rights): boolean => may(user, 'EXEMPT');

export const mayTryRules = (user: Rights): boolean => may(user, 'TRY');

/** Who may ask for other parameters, and who may let them come into force. */
export const mayProposeRules = (user: Rights): boolean => may(user, 'PROPOSE');

export const mayApproveRules = (user: Rights): boolean => may(user, 'APPROVE');

/** Trials name every company. */
export const maySeeTrials = (user: Rights): boolean => user.seesCity;

/** Who writes on frozen reports, and sends them again. */
export const mayPrepareReports = (user: Rights): boolean => may(user, 'PREPARE') && user.seesCity;

/** Who says who gets them. */
export const mayKeepRecipients = (user: Rights): boolean => may(user, 'RECIPIENTS') && user.seesCity;

export const mayAdminister = (user: Rights): boolean => may(user, 'ADMINISTER');

/** Who may report what no alert says. */
export const mayReportEvents = (user: Rights): boolean => may(user, 'REPORT');

export type CaseRight = Extract<Permission, 'FILE' | 'DISPATCH' | 'HANDLE' | 'VERIFY' | 'SUPERVISE'>;

export const mayWithCases = (user: Rights, right: CaseRight): boolean => may(user, right);

/** What sanitation sees to by itself. */
const OF_SANITATION: readonly CaseType[] = ['SPILL', 'POINT', 'CLEANING', 'LITTER'];

export const mayDispatch = (user: Rights, type: CaseType): boolean => may(user, 'DISPATCH') || (may(user, 'DISPATCH_SANITATION') && OF_SANITATION.includes(type));

const PAGES = ['live', 'playback', 'review', 'cases', 'past', 'reverse', 'leads', 'sweeping', 'trips', 'plan', 'register', 'overview', 'reports', 'rules', 'devices', 'shifts', 'audit'] as const;
export type PageName = (typeof PAGES)[number] | 'waybills';

/** Who reads what the city comes to, rather than the lists. */
const LEADING: readonly Role[] = ['LEADER', 'SUPERVISOR', 'ADMINISTRATOR'];

/** Who has devices looked after, or looks after them. */
const CARING: readonly Role[] = [...LEADING, 'SANITATION', 'DISPATCHER', 'INSTALLER'];

/** Whose work is on few pages, or begins with another. */
const OWN_PAGES: Partial<Record<Role, readonly PageName[]>> = {
  DISPATCHER: ['live', 'playback', 'review', 'cases', 'past', 'sweeping', 'trips', 'plan', 'register', 'reports', 'devices'],
  OFFICER: ['cases'],
  LEADER: ['overview', ...PAGES.filter((page) => page !== 'overview')],
  INSTALLER: ['devices'],
  CLERK: ['waybills', 'cases'],
};

const NEEDED: Partial<Record<PageName, Permission>> = { reports: 'REPORTS', audit: 'AUDIT' };

/** A company reads of the reports what is about it. */
const hasExtracts = ({ role }: Rights): boolean => role === 'DISPATCHER';

const mayRead = (user: Rights, page: string): boolean => {
  const needed = NEEDED[page as PageName];
  return (!needed || may(user, needed) || (page === 'reports' && hasExtracts(user))) && (page !== 'shifts' || mayReadLog(user));
};

/** The pages of the menu; the first of them is where somebody begins. */
export function pagesOf(user: Rights): readonly PageName[] {
  const pages = OWN_PAGES[user.role] ?? PAGES;
  return pages.filter((page) => mayRead(user, page) && (page !== 'overview' || LEADING.includes(user.role)) && (!OF_CARE.includes(page) || CARING.includes(user.role)));
}

/** Who looks after devices is concerned by vehicles that do not run, too. */
const OF_CARE: readonly PageName[] = ['devices', 'register'];

/** What lies beside the devices' health, on its line of the menu. */
const BESIDE_DEVICES: readonly string[] = ['terminals', 'inspector'];

/** The line of the menu that a page belongs to. */
export const lineOf = (page: string): string => (BESIDE_DEVICES.includes(page) ? 'devices' : page);

/** Whether there is anything of vehicles, alerts and cases for somebody. */
export const seesFleet = ({ role }: Rights): boolean => role !== 'INSTALLER' && role !== 'CLERK';

/** What is about the account that asks, and what refuses by itself. */
const BESIDE_MENU: readonly string[] = ['sessions', 'tokens', 'accounts', 'webhooks'];

/** Whether a page whose address somebody has is for him or her; who sees no fleet has the own pages alone. */
export const mayOpen = (user: Rights, page: string): boolean => mayRead(user, page) && (seesFleet(user) || BESIDE_MENU.includes(page) || (pagesOf(user) as readonly string[]).includes(lineOf(page)));
