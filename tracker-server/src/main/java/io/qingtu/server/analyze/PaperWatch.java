package io.qingtu.server.analyze;

import io.qingtu.route.plan.PlateBook;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.store.PaperNews;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks twice a minute whether waybills were scanned, gate cameras have seen somebody or drivers
 * have shown their cards, whichever process has heard of it, and has the vehicles that they are
 * about analyzed again.
 */
public final class PaperWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PaperWatch.class);
  private static final long EVERY_SECONDS = 30;

  private final PaperNews news;
  private final LiveAnalysis analysis;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "paper-watch"));
  private PaperNews.Mark seen = PaperNews.Mark.NONE;

  public PaperWatch(PaperNews news, LiveAnalysis analysis) {
    this.news = news;
    this.analysis = analysis;
  }

  /** Takes what is on file as known; to be called once, before the rules are read. */
  public void start() {
    seen = news.mark();
    thread.scheduleWithFixedDelay(this::attempt, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void attempt() {
    try {
      look();
    } catch (RuntimeException e) {
      // thrown on, it would stop the timer
      LOG.error("waybills, gates and cards: looked for again in half a minute", e);
    }
  }

  /** Looks now. Where the analysis fails, the next look finds the same news. */
  public synchronized void look() {
    PaperNews.Mark now = news.mark();
    if (now.equals(seen)) {
      return;
    }
    Set<String> plates = new HashSet<>();
    RuleSet rules = analysis.rules();
    PlateBook book = new PlateBook(rules.plan().vehicles(), rules.parameters());
    for (String read : news.plates(seen)) {
      plates.addAll(book.meant(read));
    }
    Validity judged = analysis.judged();
    if (now.scan() != seen.scan() || now.capture() != seen.capture()) {
      rules = rules.with(news.waybills(judged), news.captures(judged));
    }
    if (now.card() != seen.card()) {
      Validity noted = PaperNews.noted(judged);
      rules = rules.withShown(news.cards(seen, noted), noted.from());
    }
    analysis.revise(rules, plates);
    seen = now;
  }

  /**
   * Goes on with rules that are read now. Not while a look reads or installs some: the one that
   * came later would put back what the other has read.
   */
  public synchronized void reload(Supplier<RuleSet> read) {
    analysis.reload(read.get());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
