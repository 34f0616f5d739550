package io.qingtu.web.frozen;

import io.qingtu.route.report.Edition;
import io.qingtu.route.report.PublicationCheck;
import io.qingtu.route.report.SignOff;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReportRunStore.RefusedException;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.report.FrozenJson;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.PeriodReports;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.report.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The frozen reports: read, checked, signed and printed. Everything in it may block. */
public final class ReportRoom {
  /** Issued it may not be: what does not add up. */
  public static final class NotFitException extends Exception {
    private static final long serialVersionUID = 1;

    NotFitException(String faults) {
      super(faults, null, false, false);
    }
  }

  private final ReportRunStore runs;

  public ReportRoom(ReportRunStore runs) {
    this.runs = runs;
  }

  public List<Run> all() {
    return runs.all();
  }

  public Optional<Run> find(long id) {
    return runs.find(id);
  }

  public SignOff signOff(Run run) {
    return runs.signOff(run.id());
  }

  /** A frozen report, from its document. */
  public FrozenReport report(Run run) {
    return FrozenJson.read(runs.document(run.id()));
  }

  /** Whether it may be issued as it stands. */
  public List<PublicationCheck> checks(Run run, SignOff sign) {
    List<String> damaged = new ArrayList<>();
    checkHash(run, damaged);
    runs.find(run.period().previous(), Edition.FORMAL).ifPresent(r -> checkHash(r, damaged));
    return PublicationCheck.all(report(run).figures(), damaged, sign.coverNote());
  }

  private void checkHash(Run run, List<String> damaged) {
    if (!FrozenJson.isIntact(runs.document(run.id()), run.sha256())) {
      damaged.add(run.period() + " " + run.edition() + " 的快照与其哈希不符");
    }
  }

  /**
   * Files a step of a person.
   *
   * @param version that the person has seen
   * @throws RefusedException where it is not the person's turn
   * @throws NotFitException where it would issue what does not add up
   */
  public SignOff step(Run run, int version, SignOff.Step step)
      throws RefusedException, NotFitException {
    SignOff sign = signOff(run);
    boolean issues = step.move() == SignOff.Move.ISSUE;
    if (issues && sign.refuses(step.move(), step.by().userId()).isEmpty()) {
      List<String> faults = checks(run, sign).stream().flatMap(c -> c.faults().stream()).toList();
      if (!faults.isEmpty()) {
        throw new NotFitException(String.join("；", faults));
      }
    }
    return runs.add(run.id(), version, step);
  }

  /** A frozen report's numbers, for programs. */
  public List<TableView> tables(Run run) {
    return PeriodReports.tables(report(run), run.sha256());
  }

  /**
   * What a frozen report says of one company, or of the companies of a district.
   *
   * @param format PDF or XLSX
   */
  public byte[] extract(Run run, String organisation, ReportFormat format) {
    return PeriodReports.extract(report(run), run.sha256(), signOff(run), organisation, format);
  }

  /** The same as tables. */
  public List<TableView> extractTables(Run run, String organisation) {
    return PeriodReports.extractTables(report(run), run.sha256(), organisation);
  }

  /** A file of a frozen report, with the signatures that it has by now. */
  public byte[] render(Run run, ReportFormat format) {
    return PeriodReports.render(report(run), run.sha256(), signOff(run), format);
  }
}
