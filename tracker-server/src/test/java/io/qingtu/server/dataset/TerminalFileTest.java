package io.qingtu.server.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.server.dataset.TerminalFile.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalFileTest {
  @TempDir private Path dir;

  private List<Entry> read(String... rows) throws IOException {
    Files.writeString(dir.resolve("terminals.csv"), String.join("\n", rows) + "\n");
    return TerminalFile.read(dir, Set.of("鲁G00001", "鲁G00002"), Set.of("standard", "own"));
  }

  private String complaint(String... rows) {
    return assertThrows(DataSetException.class, () -> read(rows)).getMessage();
  }

  @Test
  void withoutAFileThereAreNoTerminals() {
    assertEquals(List.of(), TerminalFile.read(dir, Set.of(), Set.of()));
  }

  @Test
  void readsTerminalsWithoutLeadingZerosAndByTheStandardWhereNoProfileIsNamed() throws IOException {
    assertEquals(
        List.of(
            new Entry("13900000001", "鲁G00001", "standard"),
            new Entry("13900000002", "鲁G00002", "own")),
        read(
            "phone,plate,profile",
            "013900000002,鲁G00002,own",
            "13900000001,鲁G00001,",
            "13900000002,鲁G00002,own"));
  }

  @Test
  void namesTheRowThatCannotBeRight() {
    String header = "phone,plate,profile";
    String good = "13900000001,鲁G00001,own";
    assertEquals(
        "terminals.csv, row 3: plate \"鲁G00003\" is in no vehicle file",
        complaint(header, good, "13900000003,鲁G00003,own"));
    assertEquals(
        "terminals.csv, row 2: unknown profile \"theirs\"; known: [own, standard]",
        complaint(header, "13900000001,鲁G00001,theirs"));
    assertEquals(
        "terminals.csv, row 2: phone \"1390000000x\" is not up to 20 digits",
        complaint(header, "1390000000x,鲁G00001,own"));
    assertEquals("terminals.csv, row 2: phone is empty", complaint(header, ",鲁G00001,own"));
    assertEquals(
        "terminals.csv, row 3: 13900000001 stands in the file twice, with different content",
        complaint(header, good, "13900000001,鲁G00002,own"));
  }
}
