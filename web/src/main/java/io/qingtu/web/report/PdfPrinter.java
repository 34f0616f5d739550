package io.qingtu.web.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Prints a page of HTML: the house's fonts embedded as subsets, the same page the same bytes. */
public final class PdfPrinter {
  private static final String FAMILY = "report";
  private static final String RARE = "rare";

  /**
   * What stands in the document's properties.
   *
   * @param date of the document, which is not the hour of printing
   */
  public record About(String title, String author, Instant date) {}

  static {
    // it tells of every font it loads; what goes wrong is still told
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  private PdfPrinter() {}

  /** The page as PDF. Takes seconds. */
  public static byte[] print(String page, About about) {
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
        stamp(document, about);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(about.title() + " as PDF", e);
    }
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    FSSupplier<InputStream> supplier = () -> PdfPrinter.class.getResourceAsStream("/fonts/" + file);
    builder.useFont(
        supplier,
        family,
        weight,
        FontStyle.NORMAL,
        true,
        EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
  }

  private static void stamp(PDDocument document, About about) {
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"), Locale.ROOT);
    date.setTimeInMillis(about.date().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(about.title());
    information.setAuthor(about.author());
    information.setCreationDate(date);
    information.setModificationDate(date);
    document.setDocumentId(date.getTimeInMillis());
  }

  /** A style sheet that lies among the resources. */
  public static String resource(String path) {
    try (InputStream in = PdfPrinter.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
