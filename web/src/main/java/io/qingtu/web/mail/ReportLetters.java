package io.qingtu.web.mail;

import io.qingtu.server.store.ReportMail;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.frozen.ReportRoom;
import io.qingtu.web.mail.Letter.Attachment;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.ReportFormat;
import java.util.Optional;

/**
 * Writes the mails of issued reports: the whole one as PDF, or a company's or district's extract.
 */
final class ReportLetters {
  /** Mail servers commonly take 20 MB, in which a file is a third larger. */
  private static final int MOST_ATTACHED = 10 * 1024 * 1024;

  /** The report that was printed last: a mail to each leader has the same file. */
  private record Printed(long run, String organisation, byte[] file) {}

  private final ReportRoom room;
  private final MailConfig config;
  private Optional<Printed> last = Optional.empty();

  ReportLetters(ReportRoom room, MailConfig config) {
    this.room = room;
    this.config = config;
  }

  /** Takes seconds where the file is printed. The same mail has the same letter. */
  Letter of(ReportMail mail) {
    Run run = room.find(mail.runId()).orElseThrow();
    FrozenReport report = room.report(run);
    byte[] file = print(run, mail.organisation());
    boolean attached = file.length <= MOST_ATTACHED;
    return new Letter(
        id(mail, run),
        mail.address(),
        report.title() + (mail.organisation().isEmpty() ? "" : "·" + mail.organisation() + "摘录"),
        text(mail, run, report, attached),
        mail.madeAt(),
        attached
            ? Optional.of(new Attachment(name(mail, run), ReportFormat.PDF.mediaType(), file))
            : Optional.empty());
  }

  /** Of the document and the mail on file: whoever sends it, and however often. */
  private String id(ReportMail mail, Run run) {
    String document = run.sha256().substring(0, Math.min(16, run.sha256().length()));
    return "report-" + mail.id() + "." + document + "@" + MailAddress.domain(config.from());
  }

  private static String name(ReportMail mail, Run run) {
    return ReportFormat.PDF.fileName(run.period(), mail.organisation().isEmpty() ? "" : "-extract");
  }

  private String text(ReportMail mail, Run run, FrozenReport report, boolean attached) {
    boolean whole = mail.organisation().isEmpty();
    StringBuilder text = new StringBuilder();
    text.append("《").append(report.title()).append("》已签发，统计周期：").append(report.period());
    text.append("。\n\n");
    if (!whole) {
      text.append("本邮件是“").append(mail.organisation()).append("”的摘录，只列本单位的数据。\n");
    }
    text.append(attached ? "附件为 PDF 文件，也可登录后在线查看和下载：\n" : "文件较大，请登录后在线查看和下载：\n");
    text.append(config.linkBase()).append("/#/reports?run=").append(run.id()).append("\n\n");
    if (!whole) {
      text.append("对违规认定有异议的，可自确认之日起5个工作日内在平台提出申诉。已转案件的：\n");
      text.append(config.linkBase()).append("/#/cases\n未转案件的：\n");
      text.append(config.linkBase()).append("/#/review\n\n");
    }
    text.append("数据快照（SHA-256）：").append(run.sha256()).append("\n");
    return text.append("本邮件由系统自动发送，请勿回复。\n").toString();
  }

  private byte[] print(Run run, String organisation) {
    boolean known =
        last.filter(p -> p.run == run.id() && p.organisation.equals(organisation)).isPresent();
    if (!known) {
      byte[] file =
          organisation.isEmpty()
              ? room.render(run, ReportFormat.PDF)
              : room.extract(run, organisation, ReportFormat.PDF);
      last = Optional.of(new Printed(run.id(), organisation, file));
    }
    return last.orElseThrow().file;
  }
}
