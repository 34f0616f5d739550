-- Photos with which a company shows why it appeals. They come before the appeal, and are shown as soon as it is lodged.
create table appeal_photo (
  id         bigserial primary key,
  alert_id   bigint not null references alert,
  company_id int not null references company,      -- for which they are filed
  user_id    int not null references app_user,
  client_id  text not null,
  sha256     text not null,
  format     text not null,                        -- ending of a file name
  size       bigint not null,
  taken_at   timestamptz not null,                 -- by the camera's clock
  lon        double precision not null,            -- WGS-84, where the camera was
  lat        double precision not null,
  filed_at   timestamptz not null,
  unique (user_id, client_id)
);
create index appeal_photo_of on appeal_photo (alert_id, id);
create trigger only_appended before update or delete or truncate on appeal_photo
  for each statement execute function only_appended();

alter table appeal_photo enable row level security;
create policy of_reader on appeal_photo for select to qingtu_reader
  using (qingtu_sees(company_id) and alert_id in (select id from alert));
grant select on appeal_photo to qingtu_reader;
