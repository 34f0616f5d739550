package io.qingtu.protocol.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of messages says what the code does, and no id of the standards is left out. */
class MessageDocumentTest {
  /** JT/T 808-2011, 2013 and 2019, table of message ids. */
  private static final String STANDARD =
      """
      0001 0002 0003 0004 0005 0100 0102 0104 0107 0108
      0200 0201 0301 0302 0303 0500 0608
      0700 0701 0702 0704 0705 0800 0801 0802 0805 0900 0901 0a00
      8001 8003 8004 8100 8103 8104 8105 8106 8107 8108
      8201 8202 8203 8204 8300 8301 8302 8303 8304 8400 8401 8500
      8600 8601 8602 8603 8604 8605 8606 8607 8608
      8700 8701 8702 8800 8801 8802 8803 8804 8805 8900 8a00
      """;

  /** JT/T 1078-2016, the messages on the link of JT/T 808. */
  private static final String VIDEO =
      """
      1003 1005 1205 1206
      9003 9101 9102 9105 9201 9202 9205 9206 9207 9301 9302 9303 9304 9305 9306
      """;

  /** T/JSATL 12-2017, the attachments of alarms. */
  private static final String ACTIVE_SAFETY = "1210 1211 1212 9208 9212";

  @Test
  void noMessageOfTheStandardsIsMissing() {
    Set<String> expected = ids(STANDARD, VIDEO, ACTIVE_SAFETY);
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(known());
    assertEquals(Set.of(), missing, "messages of the standards without a line in the tables");
    Set<String> more = new TreeSet<>(known());
    more.removeAll(expected);
    assertEquals(Set.of(), more, "lines of the tables that this list of the standards lacks");
  }

  @Test
  void theDocumentIsWhatTheCodeDoes() throws IOException {
    Path file = home().resolve("docs/messages.md");
    String text = MessageDocument.text();
    if ("write".equals(System.getProperty("qingtu.messages"))) {
      Files.writeString(file, text);
    }
    assertEquals(text, Files.readString(file), "written anew with -Dqingtu.messages=write");
  }

  private static Set<String> ids(String... lists) {
    return Stream.of(lists)
        .flatMap(list -> List.of(list.strip().split("\\s+")).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> known() {
    return Stream.<MessageType>concat(
            Stream.of(TerminalMessageType.values()), Stream.of(PlatformMessageType.values()))
        .map(type -> HexFormat.of().toHexDigits((short) type.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path home() {
    String home = System.getProperty("qingtu.home");
    Path folder = Path.of(home == null ? "" : home).toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("tracker"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
