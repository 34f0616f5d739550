-- Who was where may be said twice: not to look whether it was said before makes it half as dear to
-- write, in the transaction that a terminal's acknowledgement waits for. Readers take it once.
drop index presence_by_square;
create index presence_by_square on presence (square, slot, vehicle_id);
