-- 通知企业: until when the company has to answer, and the photos that it answers with. What was asked before this has no limit.
alter table alert_notice
  add column amber_at timestamptz,
  add column due_at timestamptz,
  add column answer_client_id text not null default '', -- the sender's own name of the answer: the same again is the same one
  add check ((amber_at is null) = (due_at is null));
drop index alert_notice_open;
create index alert_notice_open on alert_notice (coalesce(due_at, at), id) where answered_at is null;
create index alert_notice_answered on alert_notice (answered_at) where answered_at is not null;

-- A vehicle may have come to another company since: what the one was asked is not the other's to read.
drop policy of_reader on alert_notice;
create policy of_reader on alert_notice for select to qingtu_reader
  using (qingtu_sees(company_id) and alert_id in (select id from alert));

create table notice_photo (
  id        bigserial primary key,
  notice_id bigint not null references alert_notice,
  user_id   int not null references app_user,
  client_id text not null,
  sha256    text not null,
  format    text not null,                         -- ending of a file name
  size      bigint not null,
  taken_at  timestamptz not null,                  -- by the camera's clock
  lon       double precision not null,             -- WGS-84, where the camera was
  lat       double precision not null,
  filed_at  timestamptz not null,
  unique (user_id, client_id)
);
create index notice_photo_of on notice_photo (notice_id, id);
create trigger only_appended before update or delete or truncate on notice_photo
  for each statement execute function only_appended();

alter table notice_photo enable row level security;
create policy of_reader on notice_photo for select to qingtu_reader
  using (notice_id in (select id from alert_notice));
grant select on notice_photo to qingtu_reader;
