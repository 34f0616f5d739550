-- 值班日志: who was on duty at a desk, what happened, what was handed over and who took it over. A line is never changed.
create table shift_entry (
  id          bigserial primary key,
  desk_id     int references company,              -- of a district; null: the city's
  user_id     int not null references app_user,
  at          timestamptz not null,
  kind        text not null check (kind in ('BEGIN', 'NOTE', 'HAND_OVER', 'TAKE_OVER')),
  text        text not null default '',
  items       jsonb not null default '[]',         -- what is left to do, in the words of who hands over
  standing    jsonb,                               -- what stood open then, as the system counted it
  handover_id bigint unique references shift_entry,
  check ((kind = 'TAKE_OVER') = (handover_id is not null)),
  check ((kind = 'HAND_OVER') = (standing is not null)),
  check (kind in ('BEGIN', 'TAKE_OVER') or text <> '')
);
create index shift_entry_by_desk on shift_entry ((coalesce(desk_id, 0)), id);
create trigger shift_entry_stays before update or delete on shift_entry for each row execute function stays_on_file();

alter table shift_entry enable row level security;
create policy of_reader on shift_entry for select to qingtu_reader using (qingtu_sees(desk_id));
grant select on shift_entry to qingtu_reader;
