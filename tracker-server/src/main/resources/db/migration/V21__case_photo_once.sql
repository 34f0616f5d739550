-- A phone that heard no answer sends again what it has sent: under the same name of its own it is the same photo, the same step.
alter table case_photo
  add column client_id text not null default '',
  add column format text not null default 'jpg';      -- ending of a file name
alter table case_photo alter column client_id drop default, alter column format drop default;
create unique index case_photo_once on case_photo (user_id, client_id) where client_id <> '';
alter table case_step add column client_id text;      -- null where its actor gave it none
create unique index case_step_once on case_step (case_id, user_id, client_id);
