package io.qingtu.server.command;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.text.TextCommand;

/** Texts for the driver. */
final class Texts {
  /** GBK bytes of a text (JT/T 808, table of 0x8300). */
  static final int MOST_BYTES = 1024;

  private static final int DISPLAY = 1 << 2;
  private static final int SPEAK = 1 << 3;
  private static final int ADVERTISING_SCREEN = 1 << 4;

  private static final int NOTICE = 1;

  private Texts() {}

  static PlatformMessage message(CommandArguments in, ProtocolVersion version) {
    String text = in.text("text");
    int bytes = BodyWriter.encode(text).length();
    if (bytes > MOST_BYTES) {
      throw in.wrong("text", "takes " + bytes + " bytes, more than " + MOST_BYTES);
    }
    int flags =
        urgency(in.flag("urgent", false), version)
            | (in.flag("display", true) ? DISPLAY : 0)
            | (in.flag("speak", true) ? SPEAK : 0)
            | (in.flag("advertisingScreen", false) ? ADVERTISING_SCREEN : 0);
    return new TextCommand(flags, version == ProtocolVersion.V2019 ? NOTICE : 0, text);
  }

  /** One bit before 2019; then two: 1 service, 2 urgent, 3 notice. */
  private static int urgency(boolean urgent, ProtocolVersion version) {
    if (version == ProtocolVersion.V2019) {
      return urgent ? 2 : 3;
    }
    return urgent ? 1 : 0;
  }
}
