package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to the driver (提问下发), 0x8302.
 *
 * @param flags bit 0 urgent, 3 read aloud, 4 on the advertising screen
 * @param question at most 255 bytes
 * @param answers to choose from
 */
public record QuestionCommand(int flags, String question, List<Answer> answers)
    implements PlatformMessage {
  public static final int ID = 0x8302;

  /** One of the answers to choose from. */
  public record Answer(int id, String content) {}

  public QuestionCommand {
    answers = List.copyOf(answers);
  }

  public static QuestionCommand decode(BodyReader in, ProtocolVersion version) {
    int flags = in.field("flags").u8();
    String question = CountedText.read(in, "question");
    List<Answer> answers = new ArrayList<>();
    while (in.remaining() > 0) {
      in.enter("answers", answers.size());
      answers.add(new Answer(in.field("id").u8(), CountedText.readLong(in, "content")));
      in.leave();
    }
    return new QuestionCommand(flags, question, answers);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(flags);
    CountedText.write(question, out);
    for (Answer answer : answers) {
      out.u8(answer.id());
      CountedText.writeLong(answer.content(), out);
    }
  }
}
