package io.qingtu.web.api;

import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Extension;
import io.qingtu.route.casework.Stage;
import io.qingtu.server.store.CaseFilter;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which cases a request asks for. */
final class CaseSearch {
  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 5;

  private enum YesNo {
    YES,
    NO
  }

  private CaseSearch() {}

  /**
   * @param reviewBy those on the ledger alone that are to be looked at again by then
   * @throws ApiException where a parameter cannot be right
   */
  static CaseFilter of(Arguments in, Optional<Instant> reviewBy) {
    Optional<Instant> from = in.time("from");
    Optional<Instant> to = in.time("to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw ApiException.badParameter("to", "is not after from");
    }
    return new CaseFilter(
        in.choice("stage", Stage.class),
        in.choice("type", CaseType.class),
        in.text("plate"),
        in.choice("open", YesNo.class).filter(o -> o == YesNo.YES).isPresent(),
        in.choice("extension", Extension.State.class),
        reviewBy,
        in.count("number"),
        text(in, "company"),
        text(in, "words").map(CaseSearch::words).orElse(List.of()),
        from,
        to,
        in.count("cursor"));
  }

  private static Optional<String> text(Arguments in, String name) {
    Optional<String> text = in.text(name).map(String::strip);
    if (text.filter(t -> t.length() > LONGEST).isPresent()) {
      throw ApiException.badParameter(name, "is longer than " + LONGEST + " characters");
    }
    return text;
  }

  private static List<String> words(String text) {
    List<String> words = Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).toList();
    if (words.size() > MOST_WORDS) {
      throw ApiException.badParameter("words", "are more than " + MOST_WORDS);
    }
    return words;
  }
}
