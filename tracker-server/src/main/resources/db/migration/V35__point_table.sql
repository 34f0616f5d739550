-- What violations cost beside the usual: the newest line that is for a violation's day holds.
create table point_entry (
  rule      text not null,
  severity  int not null,                          -- smallest severity that it is for
  excess    double precision not null,             -- smallest excess over what is allowed; 0: any
  proof     text not null,                         -- REVIEW, FIELD
  from_day  date not null,
  company   int not null,
  vehicle   int not null,
  driver    int not null,
  primary key (rule, severity, excess, from_day)
);
