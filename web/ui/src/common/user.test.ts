import { describe, expect, it } from 'vitest';
import { someone } from './testUser';
import { mayEditPlan, mayKeepRecipients, mayOpen, mayOrder, mayReview, maySeeTrials, mayTakeEvidence, pagesOf } from './user';

describe('reviews', () => {
  it('are for supervisors, and of sweeping for sanitation managers', () => {
    expect(mayReview(someone('SUPERVISOR', ['REVIEW']), 'M03')).toBe(true);
    expect(mayReview(someone('SANITATION', ['REVIEW_SWEEPING']), 'S01')).toBe(true);
    expect(mayReview(someone('SANITATION', ['REVIEW_SWEEPING']), 'M03')).toBe(false);
    expect(mayReview(someone('DISPATCHER', ['HANDLE'], '甲公司'), 'S01')).toBe(false);
  });
});

describe('the menu', () => {
  it('gives companies, squads and installers what is their own', () => {
    expect(pagesOf(someone('OFFICER', ['HANDLE'], '执法一中队'))).toEqual(['cases']);
    expect(pagesOf(someone('DISPATCHER', ['HANDLE'], '甲公司'))).toEqual(['live', 'playback', 'review', 'cases', 'past', 'sweeping', 'trips', 'plan', 'register', 'reports', 'devices']);
    expect(pagesOf(someone('INSTALLER', ['TERMINALS']))).toEqual(['devices']);
    expect(pagesOf(someone('CLERK', ['SCAN', 'HANDLE'], '示例三号工地'))).toEqual(['waybills', 'cases']);
  });

  it('begins with the map for all others, and keeps what a right is needed for', () => {
    const bare = pagesOf(someone('RULE_OWNER', []));
    expect(bare[0]).toBe('live');
    for (const page of ['reports', 'devices', 'register', 'audit'] as const) expect(bare).not.toContain(page);
    expect(pagesOf(someone('SUPERVISOR', ['TERMINALS', 'REPORTS']))).toEqual(expect.arrayContaining(['devices', 'reports']));
    expect(pagesOf(someone('AUDITOR', ['AUDIT']))).toContain('audit');
    for (const right of ['DUTY', 'SUPERVISE', 'AUDIT'] as const) expect(pagesOf(someone('SUPERVISOR', [right]))).toContain('shifts');
    expect(bare).not.toContain('shifts');
  });

  it('begins with the overview for leaders, who have every other page once', () => {
    const pages = pagesOf(someone('LEADER', ['REPORTS']));
    expect(pages.slice(0, 2)).toEqual(['overview', 'live']);
    expect(new Set(pages).size).toBe(pages.length);
    for (const role of ['SUPERVISOR', 'ADMINISTRATOR'] as const) {
      const others = pagesOf(someone(role, ['REPORTS']));
      expect(others).toContain('overview');
      expect(others[0]).toBe('live');
    }
    for (const role of ['AUDITOR', 'SANITATION', 'RULE_OWNER'] as const) expect(pagesOf(someone(role, ['REPORTS']))).not.toContain('overview');
  });
});

describe('a page that is opened by its address', () => {
  it('is refused to whoever lacks its right, and to nobody else', () => {
    expect(mayOpen(someone('SANITATION', ['EXCUSE']), 'shifts')).toBe(false);
    expect(mayOpen(someone('SUPERVISOR', ['DUTY']), 'shifts')).toBe(true);
    expect(mayOpen(someone('OFFICER', ['HANDLE'], '执法一中队'), 'audit')).toBe(false);
    expect(mayOpen(someone('AUDITOR', ['AUDIT']), 'audit')).toBe(true);
    expect(mayOpen(someone('DISPATCHER', ['HANDLE'], '甲公司'), 'reports')).toBe(true);
    expect(mayOpen(someone('OFFICER', ['HANDLE'], '执法一中队'), 'live'), 'the link of a case').toBe(true);
  });

  it('is of the own menu for whoever sees no fleet', () => {
    const installer = someone('INSTALLER', ['TERMINALS', 'INSTALL']);
    for (const page of ['devices', 'terminals', 'inspector', 'sessions']) expect(mayOpen(installer, page), page).toBe(true);
    for (const page of ['live', 'cases', 'gap', 'vehicle', 'waybills']) expect(mayOpen(installer, page), page).toBe(false);
    const clerk = someone('CLERK', ['SCAN', 'HANDLE'], '示例三号工地');
    for (const page of ['waybills', 'cases', 'sessions']) expect(mayOpen(clerk, page), page).toBe(true);
    for (const page of ['live', 'devices', 'inspector']) expect(mayOpen(clerk, page), page).toBe(false);
  });
});

describe('the rights', () => {
  it('let a company order what changes nothing', () => {
    const dispatcher = someone('DISPATCHER', ['ORDER_HARMLESS'], '甲公司');
    expect(mayOrder(dispatcher, 'SNAPSHOT')).toBe(true);
    expect(mayOrder(dispatcher, 'QUERY_RECORDER_VEHICLE')).toBe(true);
    expect(mayOrder(dispatcher, 'QUERY_ATTRIBUTES')).toBe(false);
    expect(mayOrder(dispatcher, 'RESTART')).toBe(false);
    expect(mayOrder(someone('SUPERVISOR', ['ORDER']), 'RESTART')).toBe(true);
    expect(mayOrder(someone('AUDITOR', ['AUDIT']), 'LOCATE')).toBe(false);
  });

  it('let an administrator order what is about the terminal alone', () => {
    const administrator = someone('ADMINISTRATOR', ['ORDER_DEVICE']);
    for (const kind of ['QUERY_ATTRIBUTES', 'READ_PARAMETERS', 'WRITE_PARAMETERS', 'RESTART'] as const) expect(mayOrder(administrator, kind), kind).toBe(true);
    for (const kind of ['LOCATE', 'TRACK', 'TEXT', 'SNAPSHOT', 'SEND_AREA', 'SEND_ROUTE', 'QUERY_RECORDER_VEHICLE'] as const) expect(mayOrder(administrator, kind), kind).toBe(false);
  });

  it('give alerts as files to whoever exports, and to officers', () => {
    expect(mayTakeEvidence(someone('SUPERVISOR', ['EXPORT']))).toBe(true);
    expect(mayTakeEvidence(someone('OFFICER', ['HANDLE'], '执法一中队'))).toBe(true);
    expect(mayTakeEvidence(someone('ADMINISTRATOR', ['ADMINISTER']))).toBe(false);
    expect(mayTakeEvidence(someone('RULE_OWNER', ['APPROVE']))).toBe(false);
  });

  it('keep the list of who gets reports to those of the city', () => {
    expect(mayKeepRecipients(someone('ADMINISTRATOR', ['RECIPIENTS']))).toBe(true);
    expect(mayKeepRecipients(someone('SUPERVISOR', ['RECIPIENTS'], '东区'))).toBe(false);
    expect(mayKeepRecipients(someone('LEADER', ['REPORTS']))).toBe(false);
  });

  it('keep places and routes to those who see the city', () => {
    const district = someone('SUPERVISOR', ['PLAN'], '东区');
    expect(mayEditPlan(district, 'permits')).toBe(true);
    expect(mayEditPlan(district, 'routes')).toBe(false);
    expect(mayEditPlan(district, 'requirements')).toBe(false);
    expect(mayEditPlan(someone('SANITATION', ['PLAN_SWEEPING'], '东区'), 'requirements')).toBe(true);
    expect(mayEditPlan(someone('SANITATION', ['PLAN_SWEEPING']), 'permits')).toBe(false);
    expect(mayEditPlan(someone('SUPERVISOR', ['PLAN']), 'routes')).toBe(true);
    expect(mayEditPlan(someone('LEADER', []), 'permits')).toBe(false);
  });

  it('keep what names every company from companies', () => {
    expect(maySeeTrials(someone('DISPATCHER', [], '甲公司'))).toBe(false);
    expect(maySeeTrials(someone('RULE_OWNER', ['TRY']))).toBe(true);
  });
});
