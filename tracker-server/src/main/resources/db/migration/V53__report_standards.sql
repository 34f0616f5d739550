-- By which numbers the weekly report judges beside the usual: of each name the newest that is not after the week's Monday holds.
create table report_standard (
  name     text not null,
  from_day date not null,
  value    double precision not null,
  primary key (name, from_day)
);
grant select on report_standard to qingtu_reader;
