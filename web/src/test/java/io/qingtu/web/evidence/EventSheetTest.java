package io.qingtu.web.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaRow;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSheetTest {
  @TempDir private static Path folder;
  private static List<BundleFile> files;
  private static Dossier dossier;
  private static byte[] pdf;
  private static String text;

  @BeforeAll
  static void print() throws IOException {
    MediaFolder media = new MediaFolder(new MediaFolder.Config(folder));
    MediaRow picture = keep(picture());
    MediaRow broken = keep("no picture".getBytes(StandardCharsets.US_ASCII));
    dossier = SampleDossier.of(List.of(picture, broken));
    files = DossierFiles.of(dossier, media);
    pdf = EventSheet.print(dossier, files);
    String keep = System.getProperty("report.keep");
    if (keep != null) {
      Files.write(Path.of(keep), pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      text = new PDFTextStripper().getText(document);
    }
  }

  private static MediaRow keep(byte[] bytes) throws IOException {
    String sha256 = HexFormat.of().formatHex(Digests.sha256(bytes));
    Path file = folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return SampleDossier.picture(sha256);
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Test
  void saysWhatWhereWhenAndWhatWasDone() {
    for (String word :
        List.of(
            "事件证据单",
            "M01",
            "鲁G10001",
            "甲公司",
            "2026-11-17 23:20:00",
            "119.120000, 36.699500",
            "东风街",
            "举升持续时间达标",
            "研判：确认",
            "现场已核实 <b>",
            "通知企业：甲公司",
            "请说明举升原因",
            "企业说明",
            "车厢卡滞，已送修",
            "合成数据演示")) {
      assertTrue(text.contains(word), word + " in " + text);
    }
  }

  @Test
  void namesEveryFileWithItsHash() throws IOException {
    String plain = text.replaceAll("\\s|\u200B", "");
    for (BundleFile file : files) {
      assertTrue(plain.contains(file.name()), file.name());
      assertTrue(plain.contains(file.sum().sha256()), file.name());
    }
  }

  @Test
  void printsThePictureAndNotWhatIsNone() throws IOException {
    int pictures = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          pictures += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
    }
    assertEquals(1, pictures);
    assertFalse(text.contains("没有照片或视频"));
  }

  @Test
  void isTheSameFileEveryTime() throws IOException {
    assertArrayEquals(pdf, EventSheet.print(dossier, files));
  }
}
