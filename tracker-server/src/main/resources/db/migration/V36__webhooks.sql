-- Addresses of other systems that are told what happens. None is ever removed: it ends.
create table webhook (
  id         bigserial primary key,
  owner_id   int not null references app_user,     -- it is told what this account may see
  url        text not null,
  kinds      text[] not null,
  secret     bytea not null,                       -- signs, so it is kept as it is; shown once
  created_by int not null references app_user,
  created_at timestamptz not null,
  ended_at   timestamptz,
  end_reason text not null default '',             -- REVOKED, GONE (it answered 410)
  sequence   bigint not null default 0,            -- of its newest message
  busy_until timestamptz                           -- a process sends to it; longer than that no attempt lasts
);

-- What has happened and nobody has made messages of yet. It is written in the transaction of what happened: no crash comes between.
create table webhook_event (
  id        bigserial primary key,
  at        timestamptz not null default now(),
  subject   text not null,                         -- alert, case
  object_id bigint not null,
  detail    text not null                          -- revision of the alert, stage of the case
);

-- The messages, in the order of their sequence for each webhook.
create table webhook_message (
  id          bigserial primary key,
  webhook_id  bigint not null references webhook,
  sequence    bigint not null,
  kind        text not null,
  body        text not null,                       -- as it is signed and sent
  made_at     timestamptz not null,
  state       text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'PARKED')),
  since       timestamptz not null,                -- of its first attempt in this round: it is given up so long after
  due_at      timestamptz not null,
  attempts    int not null default 0,
  outcome     text not null default '',            -- of the last attempt: status or why there was none
  finished_at timestamptz,
  unique (webhook_id, sequence)
);
create index webhook_message_waiting on webhook_message (webhook_id, sequence) where state = 'WAITING';
create index webhook_message_parked on webhook_message (webhook_id) where state = 'PARKED';

-- Nothing is written while nobody listens.
create function webhook_tells(subject text, object_id bigint, detail text) returns void language sql as $$
  insert into webhook_event (subject, object_id, detail)
  select subject, object_id, detail where exists (select from webhook where ended_at is null)
$$;
create function webhook_alert() returns trigger language plpgsql as $$
begin
  perform webhook_tells('alert', new.alert_id, new.revision::text);
  return null;
end $$;
create trigger webhook_alert after insert on alert_revision for each row execute function webhook_alert();
create function webhook_case() returns trigger language plpgsql as $$
begin
  perform webhook_tells('case', new.id, new.stage);
  return null;
end $$;
create trigger webhook_case_new after insert on case_file for each row execute function webhook_case();
create trigger webhook_case after update of stage on case_file
  for each row when (old.stage is distinct from new.stage) execute function webhook_case();
