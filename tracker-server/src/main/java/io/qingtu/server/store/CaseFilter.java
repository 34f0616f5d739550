package io.qingtu.server.store;

import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Extension;
import io.qingtu.route.casework.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which cases are asked for; what is empty does not matter.
 *
 * @param open only those that somebody has still to do something about
 * @param extension how far the request for more time has come
 * @param reviewBy on the ledger, and to be looked at again by then
 * @param number of the case
 * @param company part of a name: of whose the vehicle is, or of who handles the case
 * @param words each of which is in the title, or in what somebody has reported
 * @param from first moment of acceptance
 * @param to first moment of acceptance that is no longer meant
 * @param before id of the last one that was read; they come newest first
 */
public record CaseFilter(
    Optional<Stage> stage,
    Optional<CaseType> type,
    Optional<String> plate,
    boolean open,
    Optional<Extension.State> extension,
    Optional<Instant> reviewBy,
    Optional<Long> number,
    Optional<String> company,
    List<String> words,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Long> before) {
  /** Every case. */
  public static final CaseFilter ALL =
      new CaseFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public CaseFilter {
    words = List.copyOf(words);
  }

  /** Every case that was accepted in a period. */
  public static CaseFilter ofPeriod(Instant from, Instant to) {
    return new CaseFilter(
        ALL.stage,
        ALL.type,
        ALL.plate,
        ALL.open,
        ALL.extension,
        ALL.reviewBy,
        ALL.number,
        ALL.company,
        ALL.words,
        Optional.of(from),
        Optional.of(to),
        ALL.before);
  }

  /** The same, as far as it follows what was read last. */
  public CaseFilter after(long id) {
    return new CaseFilter(
        stage,
        type,
        plate,
        open,
        extension,
        reviewBy,
        number,
        company,
        words,
        from,
        to,
        Optional.of(id));
  }
}
