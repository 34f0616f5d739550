package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AppealRow;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.DossierQueries.ReviewLine;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.NoticeRow;
import io.qingtu.web.evidence.BundleFile.Sum;
import io.qingtu.web.report.Html;
import io.qingtu.web.report.PdfPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The sheet for the paper file (事件证据单): what, where, when, why, what was done, which files. */
final class EventSheet {
  /** Pictures in print; the bundle has them all. */
  private static final int MOST_PHOTOS = 6;

  private static final double MAP_WIDTH = 152;
  private static final double MAP_HEIGHT = 92;

  private final Dossier dossier;
  private final AlertRow alert;
  private final Map<String, BundleFile> files = new LinkedHashMap<>();
  private final Html html = new Html();

  private EventSheet(Dossier dossier, List<BundleFile> files) {
    this.dossier = dossier;
    this.alert = dossier.alert();
    files.forEach(f -> this.files.put(f.name(), f));
  }

  /**
   * As PDF, A4; the same dossier is the same bytes. Takes seconds.
   *
   * @param files that the sheet names with their hashes
   */
  static byte[] print(Dossier dossier, List<BundleFile> files) throws IOException {
    EventSheet sheet = new EventSheet(dossier, files);
    sheet.write();
    String title = "事件证据单 " + dossier.alert().id();
    return PdfPrinter.print(
        sheet.html.page(title, PdfPrinter.resource("/report/event.css")),
        new PdfPrinter.About(title, dossier.city(), dossier.alert().start()));
  }

  private void write() throws IOException {
    head();
    facts();
    figure("二、位置与轨迹", EventMap.draw(dossier, MAP_WIDTH, MAP_HEIGHT));
    figure("三、传感器曲线", SensorCurves.draw(dossier));
    trace();
    plan();
    photos();
    handling();
    hashes();
    html.raw("<div class=\"sign\">经办：<span/>　审核：<span/>　日期：<span/></div>");
  }

  private void head() {
    html.raw("<div class=\"running-head\">").text("span", "", dossier.city() + "　事件证据单");
    html.text("span", "", "　编号 " + alert.id() + "　第 " + alert.revision() + " 版");
    html.raw("</div><div class=\"running-foot\"><span class=\"pages\"></span>");
    if (dossier.synthetic()) {
      html.raw("<span>　·　合成数据演示</span>");
    }
    html.raw("</div>").text("div", "title", "事件证据单");
    html.text("div", "subtitle", alert.rule() + "　" + RuleNames.zh(alert.rule()));
    if (dossier.synthetic()) {
      html.raw("<div class=\"demo\">合成数据演示，不反映任何真实情况</div>");
    }
  }

  private void facts() {
    html.heading(1, "一、事件");
    html.raw("<table><colgroup><col style=\"width:16%\"/><col style=\"width:34%\"/>");
    html.raw("<col style=\"width:16%\"/><col style=\"width:34%\"/></colgroup><tbody>");
    facts("车牌", EventWords.orNone(alert.plate()), "企业", EventWords.orNone(alert.company()));
    facts("开始", EventWords.time(alert.start()), "结束", EventWords.time(alert.end()));
    facts("判定时刻", EventWords.time(alert.decided()), "状态", EventWords.status(alert.status()));
    facts("证据等级", alert.grade() + " 级", "严重程度", alert.severity() + " / 4");
    facts("道路", EventWords.orNone(alert.road()), "地点", EventWords.orNone(alert.placeName()));
    facts(
        "位置（WGS-84）",
        EventWords.place(alert.lon(), alert.lat()),
        "准运证",
        EventWords.orNone(alert.permitId()));
    facts(
        "实测值",
        EventWords.number(alert.measured(), alert.unit()),
        "允许值",
        EventWords.number(alert.allowed(), alert.unit()));
    facts("规则版本", alert.ruleVersion(), "趟次", EventWords.orNone(alert.tripId()));
    html.raw("</tbody></table>");
  }

  private void facts(String a, String first, String b, String second) {
    html.raw("<tr>").text("td", "name", a).text("td", "", first);
    html.text("td", "name", b).text("td", "", second).raw("</tr>");
  }

  private void figure(String heading, String svg) {
    html.heading(1, heading);
    if (svg.isEmpty()) {
      html.text("p", "note", "没有可显示的数据。");
    } else {
      html.raw("<div class=\"figure\">").raw(svg).raw("</div>");
    }
  }

  private void trace() {
    html.heading(1, "四、判定过程");
    table("55%", "条件", "33%", "值", "12%", "成立");
    for (Condition c : alert.decision()) {
      html.raw("<tr>").text("td", "", ConditionWords.name(c.name()));
      html.text("td", "", ConditionWords.value(c.value()));
      html.text("td", "mark", c.held() ? "是" : "否").raw("</tr>");
    }
    html.raw("</tbody></table>");
    if (dossier.parameters().isEmpty()) {
      html.text("p", "note", "注：该规则版本的参数未在本库留存。");
    }
  }

  private void table(String... widthsAndTitles) {
    html.raw("<table><colgroup>");
    for (int i = 0; i < widthsAndTitles.length; i += 2) {
      html.raw("<col style=\"width:" + widthsAndTitles[i] + "\"/>");
    }
    html.raw("</colgroup><thead><tr>");
    for (int i = 1; i < widthsAndTitles.length; i += 2) {
      html.text("th", "", widthsAndTitles[i]);
    }
    html.raw("</tr></thead><tbody>");
  }

  private void plan() {
    Dossier.Plan plan = dossier.plan();
    html.heading(1, "五、所依据的准运证、路线与地点");
    table("14%", "类别", "20%", "编号", "66%", "版本（内容的 SHA-256）");
    if (!plan.permit().isNull()) {
      version("准运证", plan.permit().path("id").asText(), plan.permit());
    }
    plan.routes().forEach(r -> version("核准路线", r.path("id").asText(), r));
    plan.segments().forEach(s -> version("路段", s.path("id").asText(), s));
    plan.places().stream()
        .filter(p -> p.path("id").asText().equals(alert.placeId()))
        .forEach(p -> version("地点", p.path("id").asText(), p));
    html.raw("</tbody></table>");
  }

  private void version(String kind, String id, JsonNode object) {
    html.raw("<tr>").text("td", "name", kind).text("td", "", id);
    html.text("td", "hash", CanonicalJson.sha256(object)).raw("</tr>");
  }

  private record Photo(String sha256, String format, String caption) {}

  /** The vehicle's pictures, then those that people took of the place. */
  private void photos() throws IOException {
    List<Photo> all = new ArrayList<>();
    for (MediaRow row : dossier.media()) {
      String caption = EventWords.time(row.time()) + "　通道 " + row.channel();
      all.add(new Photo(row.sha256(), row.format(), caption));
    }
    dossier
        .handling()
        .caseHistory()
        .ifPresent(
            history ->
                history
                    .photos()
                    .forEach(
                        p ->
                            all.add(
                                new Photo(
                                    p.sha256(),
                                    p.format(),
                                    EventWords.time(p.takenAt()) + "　现场　" + p.by()))));
    for (Dossier.Question question : dossier.handling().questions()) {
      for (FiledPhoto p : question.photos()) {
        String caption = EventWords.time(p.takenAt()) + "　企业说明　" + p.by();
        all.add(new Photo(p.sha256(), p.format(), caption));
      }
    }
    for (FiledPhoto p : dossier.handling().appealPhotos()) {
      String caption = EventWords.time(p.takenAt()) + "　申诉　" + p.by();
      all.add(new Photo(p.sha256(), p.format(), caption));
    }
    html.heading(1, "六、照片").raw("<div class=\"photos\">");
    int printed = 0;
    for (Photo photo : all) {
      printed += printed < MOST_PHOTOS && print(photo) ? 1 : 0;
    }
    html.raw("</div>");
    html.text("p", "note", all.isEmpty() ? "没有照片或视频。" : "共 " + all.size() + " 件，全部见证据包 media 目录。");
  }

  /** Whether it is a picture that can be printed. */
  private boolean print(Photo photo) throws IOException {
    BundleFile file = files.get(DossierFiles.mediaName(photo.sha256, photo.format));
    if (file == null || !isPicture(file)) {
      return false; // bytes that are no picture stay evidence, but cannot be printed
    }
    String type = photo.format.equals("png") ? "png" : "jpeg";
    try (InputStream in = file.content().open()) {
      html.raw("<div class=\"photo\"><img src=\"data:image/" + type + ";base64,");
      html.raw(Base64.getEncoder().encodeToString(in.readAllBytes())).raw("\" alt=\"\"/>");
    }
    html.text("div", "", photo.caption).raw("</div>");
    return true;
  }

  private static boolean isPicture(BundleFile file) {
    if (!file.name().matches(".*\\.(jpe?g|png)")) {
      return false;
    }
    try (InputStream in = file.content().open()) {
      return ImageIO.read(in) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private record Line(Instant at, String who, String what, String note) {}

  private void handling() {
    html.heading(1, "七、处理经过");
    List<Line> lines = new ArrayList<>();
    for (ReviewLine r : dossier.handling().reviews()) {
      String reason = r.reason().isEmpty() ? "" : "（" + EventWords.reason(r.reason()) + "）";
      String what = "研判：" + EventWords.decision(r.decision()) + reason;
      lines.add(new Line(r.at(), r.user(), what, r.note()));
    }
    dossier.handling().questions().forEach(question -> add(question.notice(), lines));
    dossier.handling().appeal().ifPresent(objection -> add(objection.row().appeal(), lines));
    dossier.handling().caseHistory().ifPresent(history -> add(history, lines));
    if (lines.isEmpty()) {
      html.text("p", "note", "尚未处理。");
      return;
    }
    lines.sort(Comparator.comparing(Line::at));
    table("22%", "时间", "18%", "人员", "26%", "事项", "34%", "说明");
    for (Line line : lines) {
      html.raw("<tr>").text("td", "", EventWords.time(line.at)).text("td", "", line.who);
      html.text("td", "", line.what).text("td", "", line.note).raw("</tr>");
    }
    html.raw("</tbody></table>");
  }

  private static void add(AppealRow.Appeal appeal, List<Line> lines) {
    lines.add(new Line(appeal.at(), appeal.user(), "申诉", appeal.reason()));
    if (appeal.decision() != null) {
      boolean upheld = appeal.decision() == AppealRow.Decision.UPHELD;
      String what = upheld ? "申诉成立" : "驳回申诉";
      lines.add(new Line(appeal.decidedAt(), appeal.decidedBy(), what, appeal.decisionReason()));
    }
  }

  private static void add(NoticeRow notice, List<Line> lines) {
    String asked = "通知企业：" + notice.company();
    lines.add(new Line(notice.at(), notice.user(), asked, notice.note()));
    if (notice.answeredAt() != null) {
      lines.add(new Line(notice.answeredAt(), notice.answeredBy(), "企业说明", notice.answer()));
    }
  }

  private static void add(Dossier.CaseHistory history, List<Line> lines) {
    CaseRow row = history.row();
    String now = "目前：" + EventWords.stage(row.stage());
    lines.add(new Line(row.acceptedAt(), "", "案件 " + row.id() + " 受理", now));
    history
        .steps()
        .forEach(
            s ->
                lines.add(
                    new Line(
                        s.at(),
                        s.actor().isEmpty() ? "系统" : s.actor(),
                        EventWords.move(s.move()) + (s.side().isEmpty() ? "" : " → " + s.side()),
                        s.note())));
  }

  private void hashes() {
    html.heading(1, "八、证据文件");
    table("34%", "文件", "14%", "字节", "52%", "SHA-256");
    files.forEach(
        (name, file) -> {
          Sum sum = sum(file);
          html.raw("<tr>").text("td", "hash", name.replace("/", "/\u200B"));
          html.text("td", "", Long.toString(sum.size())).text("td", "hash", sum.sha256());
          html.raw("</tr>");
        });
    html.raw("</tbody></table>");
    int lines = dossier.handling().log().size();
    if (lines > 0) {
      String head = dossier.handling().log().get(lines - 1).line().hash();
      html.text("p", "note", "审计日志中有关本事件的最后一条的哈希：" + head);
    }
  }

  private static Sum sum(BundleFile file) {
    try {
      return file.sum();
    } catch (IOException e) {
      throw new UncheckedIOException(file.name(), e);
    }
  }
}
