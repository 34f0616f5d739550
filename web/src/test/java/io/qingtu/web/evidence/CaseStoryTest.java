package io.qingtu.web.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.store.MediaFolder;
import io.qingtu.web.report.KeyCase;
import io.qingtu.web.report.KeyCase.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseStoryTest {
  private static KeyCase told(Instant asOf) {
    return CaseStory.of("key", SampleDossier.of(List.of()), List.of(), asOf);
  }

  private static List<String> steps(KeyCase c) {
    return c.steps().stream().map(KeyCase.Step::what).toList();
  }

  @Test
  void tellsWhatHappenedAndWhatWasDecidedUntilAMoment() {
    KeyCase whole = told(Instant.MAX);
    assertEquals(List.of("违规开始", "系统判定", "违规结束", "研判：确认"), steps(whole));
    assertEquals("现场已核实 <b>", whole.steps().get(3).note());
    assertEquals(whole, told(SampleDossier.START.plusSeconds(900)));
    assertEquals(3, told(SampleDossier.START.plusSeconds(899)).steps().size());
  }

  @Test
  void drawsMapAndCurvesAsVectors() {
    KeyCase c = told(Instant.MAX);
    assertEquals("一号工地", c.place());
    assertTrue(c.map().startsWith("<svg") && c.map().contains("<polyline"), c.map());
    assertTrue(c.curves().contains("车速 km/h"), c.curves());
    assertEquals("", c.stage());
  }

  @Test
  void takesPicturesAsSmallAsPrintNeedsThemAndLeavesOutWhatIsNone(@TempDir Path dir)
      throws IOException, NoSuchAlgorithmException {
    MediaFolder folder = new MediaFolder(new MediaFolder.Config(dir));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1280, 720, BufferedImage.TYPE_INT_ARGB), "png", png);
    String picture = keep(dir, png.toByteArray());
    String noise = keep(dir, new byte[] {1, 2, 3});
    List<Picture> found =
        new StoryPictures(folder)
            .of(
                SampleDossier.of(
                    List.of(
                        SampleDossier.picture(noise),
                        SampleDossier.picture("0".repeat(64)),
                        SampleDossier.picture(picture),
                        SampleDossier.picture(picture),
                        SampleDossier.picture(picture))));
    assertEquals(2, found.size());
    byte[] jpeg = Base64.getDecoder().decode(found.get(0).base64());
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertEquals(640, small.getWidth());
    assertEquals(360, small.getHeight());
  }

  private static String keep(Path dir, byte[] content)
      throws IOException, NoSuchAlgorithmException {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    Path file = dir.resolve(sha256.substring(0, 2)).resolve(sha256);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return sha256;
  }
}
