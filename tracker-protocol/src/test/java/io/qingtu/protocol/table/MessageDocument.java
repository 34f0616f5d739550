package io.qingtu.protocol.table;

import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.management.ParameterType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code docs/messages.md}, from the tables and the vectors. */
final class MessageDocument {
  private static final String HEAD =
      """
      # Messages

      Every message that is read and written, in the order of the ids. Generated from the tables in
      `protocol/table` and from the tests' vectors; `MessageDocumentTest` holds this file to them and
      writes it anew when it runs with `-Dqingtu.messages=write`:

      ```sh
      mvn -pl tracker-protocol -am test -Dtest=MessageDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dqingtu.messages=write
      ```

      ↑ terminal to platform, ↓ platform to terminal. *Issues* are those of JT/T 808 that have the
      message, or the standard beside it: 1078 (video), Su-biao (active safety). An id that is not
      here is an `UnknownMessage` with its bytes.

      | id | | name | 中文 | record | issues | vectors | clause |
      |---|---|---|---|---|---|---|---|
      """;
  private static final String PARAMETERS =
      """

      ## Parameters

      Of 0x8103 and 0x0104, in the order of their ids. Ids that are not here keep their bytes.

      | id | name | 中文 | kind | unit | issues |
      |---|---|---|---|---|---|
      """;

  private MessageDocument() {}

  static String text() {
    List<Vector> vectors = Vectors.all();
    String messages =
        Stream.<MessageType>concat(
                Stream.of(TerminalMessageType.values()), Stream.of(PlatformMessageType.values()))
            .map(type -> row(type, vectors))
            .collect(Collectors.joining());
    String parameters =
        Arrays.stream(ParameterType.values())
            .map(MessageDocument::row)
            .collect(Collectors.joining());
    return HEAD + messages + PARAMETERS + parameters;
  }

  private static String row(MessageType type, List<Vector> vectors) {
    long count = vectors.stream().filter(v -> v.frame().header().messageId() == type.id()).count();
    String family = type.message().getPackageName().replaceAll(".*\\.", "");
    return cells(
        id(type.id()),
        PlatformMessage.class.isAssignableFrom(type.message()) ? "↓" : "↑",
        words(((Enum<?>) type).name()),
        type.title(),
        "`" + family + "." + type.messageName() + "`",
        issues(type),
        String.valueOf(count),
        type.clause());
  }

  private static String row(ParameterType type) {
    return cells(
        id(type.id()),
        "`" + type.valueName() + "`",
        type.title(),
        type.kind().name(),
        type.unit(),
        years(type::isIn));
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String id(long id) {
    return String.format("0x%04X", id);
  }

  private static String words(String constant) {
    String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String issues(MessageType type) {
    if (type.clause().startsWith("JT/T 1078")) {
      return "1078";
    }
    return type.clause().startsWith("T/JSATL")
        ? "Su-biao"
        : years(version -> version.compareTo(type.since()) >= 0);
  }

  private static String years(Predicate<ProtocolVersion> has) {
    return Arrays.stream(ProtocolVersion.values())
        .filter(has)
        .map(ProtocolVersion::year)
        .collect(Collectors.joining(", "));
  }
}
