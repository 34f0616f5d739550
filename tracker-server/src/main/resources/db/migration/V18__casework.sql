-- Who handles cases: companies answer for their vehicles, squads of law enforcement go to places.
alter table company add column kind text not null default 'OPERATOR';  -- OPERATOR, SQUAD

-- A case is what its steps have made it; the columns from stage on are that, for lists and limits.
create table case_file (
  id          bigserial primary key,
  type        text not null,
  title       text not null,
  lon         double precision,                    -- WGS-84
  lat         double precision,
  found_at    timestamptz not null,
  accepted_at timestamptz not null,
  grade       text not null default '',            -- of the best evidence; empty where nobody graded it
  vehicle_id  int references vehicle,              -- that it is about, as far as known
  company_id  int references company,              -- whose that vehicle is
  version     int not null default 0,              -- steps so far
  stage       text not null,
  since       timestamptz not null,
  side_id     int references company,              -- who handles it
  extended    boolean not null default false,
  urged       boolean not null default false,
  amber_at    timestamptz,
  due_at      timestamptz,
  urge_at     timestamptz
);
create index case_file_open on case_file (due_at) where due_at is not null;
create index case_file_by_type on case_file (type, found_at);

-- What a case was made of: alerts, citizens' reports, cameras, sensors. Each comes once.
create table case_source (
  id         bigserial primary key,
  case_id    bigint not null references case_file,
  source     text not null,
  source_id  text not null,
  found_at   timestamptz not null,
  filed_at   timestamptz not null,
  lon        double precision,
  lat        double precision,
  confidence double precision,
  payload    jsonb not null,
  reply_to   text not null default '',
  unique (source, source_id)
);
create index case_source_by_case on case_source (case_id, id);

create table case_photo (
  id         bigserial primary key,
  case_id    bigint not null references case_file,
  user_id    int not null references app_user,
  sha256     text not null,
  size       bigint not null,
  taken_at   timestamptz not null,
  lon        double precision not null,
  lat        double precision not null,
  filed_at   timestamptz not null
);
create index case_photo_by_case on case_photo (case_id, id);

create table case_step (
  id       bigserial primary key,
  case_id  bigint not null references case_file,
  version  int not null,                           -- 1 for the first: two cannot be the same
  move     text not null,
  user_id  int references app_user,                -- null: the system
  at       timestamptz not null,
  side_id  int references company,
  culprit  boolean,
  photo_id bigint references case_photo,
  note     text not null default '',
  unique (case_id, version)
);
