-- A case on the ledger is looked at every month (挂账复核): due thirty days after it was put there or looked at last, and called for when half
-- that time more has passed.
alter table case_file add column review_at timestamptz;  -- null where it is not on the ledger
update case_file set review_at = since + interval '30 days', urge_at = since + interval '45 days'
where stage = 'ON_LEDGER';
create index case_file_review on case_file (review_at) where review_at is not null;
