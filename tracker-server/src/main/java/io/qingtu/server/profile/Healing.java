package io.qingtu.server.profile;

/**
 * What a terminal does against the standard and is let pass all the same.
 *
 * @param wrongChecksum frames whose checksum does not hold are taken; they are counted
 * @param imeiPhone the 6 bytes of the phone are an IMEI in binary
 * @param openRegistration a terminal of the register is let in by its phone alone: with a code of
 *     another platform, or none. Whoever knows the phone number can then pose as the terminal
 * @param byteBatch message 0x0210 is a batch of location reports, each behind one byte of length
 */
public record Healing(
    boolean wrongChecksum, boolean imeiPhone, boolean openRegistration, boolean byteBatch) {
  static final Healing NONE = new Healing(false, false, false, false);

  static Healing read(Section section) {
    Healing healing =
        new Healing(
            section.word("checksum", "refuse", "accept").equals("accept"),
            section.word("phone", "digits", "imei").equals("imei"),
            section.word("registration", "strict", "open").equals("open"),
            section.flag("batch0210"));
    section.finish();
    return healing;
  }
}
