-- A session that its owner, or the administrator, can tell from others and end.
alter table session
  add column id bigint generated always as identity unique,
  add column origin text not null default '',                  -- address that it was opened from
  add column agent text not null default '',                   -- what the browser called itself
  add column seen_at timestamptz;                               -- last use, to the minute
update session set seen_at = created_at;
alter table session alter column seen_at set not null;
create index session_by_user on session (user_id) where revoked_at is null;

-- The second step of a sign-in (RFC 6238). An unconfirmed one is not asked for; one that is revoked stays on file.
create table second_factor (
  id           bigserial primary key,
  user_id      int not null references app_user,
  secret       bytea not null,
  made_at      timestamptz not null,
  confirmed_at timestamptz,
  revoked_at   timestamptz,
  last_step    bigint not null default 0                       -- a code of this step or before is not taken again
);
create unique index second_factor_in_force on second_factor (user_id) where confirmed_at is not null and revoked_at is null;

-- For who has lost it: each opens once.
create table recovery_code (
  id        bigserial primary key,
  factor_id bigint not null references second_factor,
  code_hash bytea not null,
  used_at   timestamptz
);
create index recovery_code_by_factor on recovery_code (factor_id);
