-- What the platform asked of a terminal. A row is never deleted; its way is kept in command_event.
create table command (
  id            bigserial primary key,
  vehicle_id    int not null references vehicle,
  phone         text not null,                     -- of the terminal, without leading zeros
  kind          text not null,
  arguments     jsonb not null,
  reason        text not null default '',
  requested_by  int references app_user,           -- null: the system itself
  created_at    timestamptz not null,
  expires_at    timestamptz not null,              -- not sent at this moment or later
  state         text not null,                     -- QUEUED, SENT, ANSWERED, REFUSED, TIMED_OUT, EXPIRED
  tries         int not null default 0,
  sent_at       timestamptz,                       -- the first time
  due_at        timestamptz,                       -- when an unanswered one is looked at again
  version       text,                              -- layout in which it went out
  message_id    int,
  message_body  bytea,
  serial        int,                               -- of its first packet, the last time it was sent
  serials       int,                               -- how many packets
  answered_at   timestamptz,
  result        int,                               -- as the reply says; null where it says none
  detail        text not null default '',
  reply_version text,
  reply_id      int,
  reply_body    bytea,
  media_ids     bigint[] not null default '{}',    -- of the pictures that the reply announces
  updated_at    timestamptz not null
);
create index command_by_vehicle on command (vehicle_id, id desc);
create index command_open on command (phone, id) where state in ('QUEUED', 'SENT');
create index command_by_update on command (updated_at);

create table command_event (
  id         bigserial primary key,
  command_id bigint not null references command,
  at         timestamptz not null,
  state      text not null,
  tries      int not null,
  detail     text not null default ''
);
create index command_event_by_command on command_event (command_id, id);
