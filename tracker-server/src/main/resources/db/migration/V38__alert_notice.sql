-- What a company was asked about an alert of its vehicle, and what it said: before, or without, a case.
create table alert_notice (
  id             bigserial primary key,
  alert_id       bigint not null references alert,
  company_id     int not null references company,
  user_id        int not null references app_user,
  at             timestamptz not null,
  note           text not null,
  answer         text,                             -- given once
  answer_user_id int references app_user,
  answered_at    timestamptz,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answer_user_id is null))
);
create index alert_notice_by_alert on alert_notice (alert_id);
create index alert_notice_open on alert_notice (id) where answered_at is null;

alter table alert_notice enable row level security;
create policy of_reader on alert_notice for select to qingtu_reader using (alert_id in (select id from alert));
grant select on alert_notice to qingtu_reader;
