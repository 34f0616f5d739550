-- 延期 is asked for by who handles a case and decided on by somebody else; those that are on file were given unasked.
alter table case_file
  add column extension text not null default 'NONE',  -- NONE, ASKED, GRANTED, REFUSED
  add column extra double precision,               -- how much longer, as it was asked for
  add column extra_unit text,
  add column first_due_at timestamptz,             -- end of the first limit, as it was set; null where it was accepted before
  add check ((extra is null) = (extra_unit is null));
update case_file set extension = 'GRANTED' where extended;
create index case_file_extension on case_file (id) where extension = 'ASKED';

alter table case_step
  add column extra double precision,               -- of a request: how much longer
  add column extra_unit text,
  -- end of the limit that ran after the step, as it was set; null where none did, or where it was filed before
  add column due_at timestamptz;
