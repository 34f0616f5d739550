package io.qingtu.web.evidence;

import io.qingtu.server.store.DamagedMediaException;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.web.report.KeyCase.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The pictures of a story: the vehicle's, then those of the place, as small as print needs them.
 */
final class StoryPictures {
  /** Two stand beside each other. */
  private static final int MOST = 2;

  /** 74 mm at some 220 dots an inch. */
  private static final int WIDEST = 640;

  private final MediaFolder folder;

  StoryPictures(MediaFolder folder) {
    this.folder = folder;
  }

  /** What cannot be read as a picture is left out. */
  List<Picture> of(Dossier dossier) {
    List<Picture> pictures = new ArrayList<>();
    dossier
        .media()
        .forEach(m -> add(pictures, m.sha256(), EventWords.time(m.time()) + "　通道 " + m.channel()));
    dossier
        .handling()
        .caseHistory()
        .ifPresent(
            h ->
                h.photos()
                    .forEach(p -> add(pictures, p.sha256(), EventWords.time(p.takenAt()) + "　现场")));
    return pictures;
  }

  private void add(List<Picture> pictures, String sha256, String caption) {
    if (pictures.size() < MOST) {
      jpeg(sha256).ifPresent(bytes -> pictures.add(new Picture(caption, encoded(bytes))));
    }
  }

  private static String encoded(byte[] jpeg) {
    return Base64.getEncoder().encodeToString(jpeg);
  }

  private Optional<byte[]> jpeg(String sha256) {
    try (InputStream in = Files.newInputStream(folder.verified(sha256))) {
      BufferedImage image = ImageIO.read(in);
      return image == null ? Optional.empty() : Optional.of(jpeg(small(image)));
    } catch (IOException | DamagedMediaException e) {
      return Optional.empty();
    }
  }

  private static BufferedImage small(BufferedImage image) {
    int width = Math.min(WIDEST, image.getWidth());
    int height = Math.max(1, image.getHeight() * width / image.getWidth());
    // without transparency, which a JPEG has not
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return small;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
