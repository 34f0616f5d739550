-- Reports of months and of days that somebody has chosen, beside those of weeks.
alter table report_run rename column week to first_day;
alter table report_run
  add column kind text not null default 'WEEK',     -- WEEK, MONTH, DAYS
  add column last_day date;                         -- inside
update report_run set last_day = first_day + 6;
alter table report_run
  alter column kind drop default,
  alter column last_day set not null,
  drop constraint report_run_week_edition_key,
  add constraint report_run_days check (last_day >= first_day);
-- chosen days may be asked for again, when more is known of them
create unique index report_run_once on report_run (kind, first_day, edition) where kind <> 'DAYS';
