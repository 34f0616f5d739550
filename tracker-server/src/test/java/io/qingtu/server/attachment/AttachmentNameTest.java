package io.qingtu.server.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.server.store.MediaKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentNameTest {
  @ParameterizedTest
  @CsvSource({
    "00_65_6501_0_a1.jpg, 65, jpg",
    "02_64_6402_1_a1.MP4, 64, mp4",
    "02_0_6402_1_a1.mp4, 0, mp4",
    "picture.jpg, 0, jpg",
    "00_x_6501_0_a1.jpg, 0, jpg",
    "00_12345_6501_0_a1.jpg, 0, jpg",
    "noending, 0, bin",
    "报警图片-1.jpeg, 0, jpeg"
  })
  void readsChannelAndEnding(String text, int channel, String format) {
    AttachmentName name = AttachmentName.of(text).orElseThrow();
    assertEquals(channel, name.channel());
    assertEquals(format, name.format());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../a.jpg", "a/b", "a\\b", "a\nb", "a\0b", ".hidden", "a:b", "~"})
  void refusesWhatCouldBeAPath(String text) {
    assertEquals(Optional.empty(), AttachmentName.of(text));
  }

  @Test
  void refusesANameThatDoesNotFitABlocksHead() {
    assertEquals(50, AttachmentName.of("a".repeat(50)).orElseThrow().text().length());
    assertEquals(Optional.empty(), AttachmentName.of("a".repeat(51)));
    // two bytes a character
    assertEquals(Optional.empty(), AttachmentName.of("图".repeat(26)));
    assertEquals(25, AttachmentName.of("图".repeat(25)).orElseThrow().text().length());
  }

  @ParameterizedTest
  @CsvSource({
    "a.jpg, 0, IMAGE",
    "a.wav, 1, AUDIO",
    "a.mp4, 2, VIDEO",
    "a.txt, 3, TEXT",
    "a.bin, 4, OTHER",
    "a.jpg, 4, IMAGE",
    "a.bin, 5, OTHER",
    "a.mp4, 77, OTHER"
  })
  void knowsTheKindByTypeAndWhereTheStandardsDifferByEnding(String text, int type, MediaKind kind) {
    assertEquals(kind, AttachmentName.of(text).orElseThrow().kind(type));
  }
}
