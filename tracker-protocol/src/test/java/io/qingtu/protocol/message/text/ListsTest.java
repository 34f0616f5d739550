package io.qingtu.protocol.message.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that the platform sets, at the borders of what their counts and lengths can say. */
class ListsTest {
  private static SetEventsCommand events(String hex) {
    return SetEventsCommand.decode(new BodyReader(Bytes.ofHex(hex)), ProtocolVersion.V2013);
  }

  @Test
  void eventsToDeleteAreIdsAloneOrIdsWithoutAText() {
    SetEventsCommand expected =
        new SetEventsCommand(
            4, List.of(new SetEventsCommand.Event(7, ""), new SetEventsCommand.Event(8, "")));
    assertEquals(expected, events("04" + "02" + "07" + "08"));
    assertEquals(expected, events("04" + "02" + "0700" + "0800"));
  }

  @Test
  void aCountOfMoreThanThereIsIsMalformed() {
    assertThrows(MalformedException.class, () -> events("01" + "02" + "0700"));
    assertThrows(MalformedException.class, () -> events("04" + "03" + "07" + "08"));
  }

  @Test
  void refusesMoreItemsThanAByteCounts() {
    SetPhoneBookCommand.Contact contact = new SetPhoneBookCommand.Contact(1, "1", "A");
    SetPhoneBookCommand most = new SetPhoneBookCommand(1, Collections.nCopies(255, contact));
    BodyWriter out = new BodyWriter();
    most.encode(out, ProtocolVersion.V2013);
    assertEquals(2 + 255 * 5, out.length());
    assertThrows(
        IllegalArgumentException.class,
        () -> new SetPhoneBookCommand(1, Collections.nCopies(256, contact)));
  }

  @Test
  void refusesATextThatItsCountCannotHold() {
    BodyWriter out = new BodyWriter();
    new QuestionCommand(0, "q".repeat(255), List.of()).encode(out, ProtocolVersion.V2013);
    assertEquals(2 + 255, out.length());
    QuestionCommand longer = new QuestionCommand(0, "q".repeat(256), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> longer.encode(new BodyWriter(), ProtocolVersion.V2013));
  }
}
