package io.qingtu.web.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.report.WeeklyReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** The printed report: A4, the fonts embedded as subsets, dates and identifiers of the period. */
final class PdfReport {
  private static final String FAMILY = "report";
  private static final String RARE = "rare";

  static {
    // it tells of every font it loads; what goes wrong is still told
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  private PdfReport() {}

  static byte[] write(Masthead masthead, CityPlan plan, WeeklyReport report) {
    String page = ReportPage.write(masthead, plan, report, resource("/report/report.css"));
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      font(builder, "NotoSansSC-Regular-GB2312.ttf", FAMILY, 400);
      font(builder, "NotoSansSC-Bold-GB2312.ttf", FAMILY, 700);
      font(builder, "DroidSansFallback.ttf", RARE, 400);
      builder.useSVGDrawer(new BatikSVGDrawer());
      builder.withProducer("Qingtu");
      builder.usePDDocument(document);
      builder.withHtmlContent(page, null);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        stamp(document, masthead, report);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("report " + report.week() + " as PDF", e);
    }
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    FSSupplier<InputStream> supplier = () -> PdfReport.class.getResourceAsStream("/fonts/" + file);
    builder.useFont(
        supplier,
        family,
        weight,
        FontStyle.NORMAL,
        true,
        EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
  }

  /** Nothing of the hour of printing: the same figures are the same file. */
  private static void stamp(PDDocument document, Masthead masthead, WeeklyReport report) {
    Calendar end = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"), Locale.ROOT);
    end.setTimeInMillis(report.week().end().toEpochMilli());
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(masthead.title() + " " + report.week());
    about.setAuthor(masthead.issuer());
    about.setCreationDate(end);
    about.setModificationDate(end);
    document.setDocumentId(end.getTimeInMillis());
  }

  private static String resource(String path) {
    try (InputStream in = PdfReport.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
