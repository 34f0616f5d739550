-- Who gets the issued weekly reports by mail. None is ever removed: it ends.
create table report_recipient (
  id         bigserial primary key,
  address    text not null,
  company_id int references company,               -- whose extract it gets, a district's too; null: the whole report
  added_by   int not null references app_user,
  added_at   timestamptz not null,
  ended_at   timestamptz,
  ended_by   int references app_user
);
create unique index report_recipient_once on report_recipient (lower(address), coalesce(company_id, 0)) where ended_at is null;

-- A mail for each recipient of an issued report, kept until it was taken or given up.
create table report_mail (
  id           bigserial primary key,
  run_id       bigint not null references report_run,
  recipient_id bigint not null references report_recipient,
  state        text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'PARKED')),
  made_at      timestamptz not null,
  since        timestamptz,                        -- of its first attempt: it is given up so long after
  due_at       timestamptz not null,
  busy_until   timestamptz,                        -- a process sends it; longer than that no attempt lasts
  attempts     int not null default 0,
  outcome      text not null default '',           -- of the last attempt: what the mail server said, or why it said nothing
  finished_at  timestamptz,
  unique (run_id, recipient_id)
);
create index report_mail_waiting on report_mail (due_at) where state = 'WAITING';

-- In the transaction that issues a report: no crash comes between.
create function report_mail_issued() returns trigger language plpgsql as $$
begin
  insert into report_mail (run_id, recipient_id, made_at, due_at)
  select new.run_id, r.id, now(), now() from report_recipient r
  where r.ended_at is null and exists (select from report_run where id = new.run_id and edition = 'FORMAL');
  return null;
end $$;
create trigger report_mail_issued after insert on report_step
  for each row when (new.move = 'ISSUE') execute function report_mail_issued();
