-- What terminals are, as far as they have said or shown it themselves.
create table terminal_traits (
  phone        text primary key,                   -- as in the register
  manufacturer text not null,                      -- the next four as 0x0100 sends them
  model        text not null,
  terminal_id  text not null,
  region       text not null,                      -- six digits of GB/T 2260
  imei         text not null,                      -- these two as 0x0102 sends them, since 2019
  firmware     text not null,
  version      text not null,                      -- 2011, 2013 or 2019, by the layout of its bodies
  header       text not null,                      -- 2013 or 2019, by the layout of its headers
  profile      text not null,                      -- in use
  profile_by   text not null,                      -- REGISTER, MATCH or STANDARD
  connected    boolean not null,
  messages     bigint not null,
  first_seen   timestamptz not null,
  last_seen    timestamptz not null
);

-- What came from them and was not understood, or only because something was overlooked.
create table terminal_unknown (
  phone      text not null,
  kind       text not null,                        -- MESSAGE, ITEM …
  id         int not null,                         -- of the message or item; type of transparent data
  length     int not null,                         -- bytes; -1 where lengths are not told apart
  detail     text not null,
  count      bigint not null,
  first_seen timestamptz not null,
  last_seen  timestamptz not null,
  samples    text[] not null,                      -- hexadecimal, up to 64 bytes each
  primary key (phone, kind, id, length, detail)
);
