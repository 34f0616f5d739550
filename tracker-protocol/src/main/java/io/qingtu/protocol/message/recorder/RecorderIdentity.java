package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;

/**
 * Unique number of the recorder (记录仪唯一性编号), command 0x07.
 *
 * @param certificate code of the maker in the compulsory certification, up to 7 characters
 * @param model certified model, up to 16 characters
 * @param made day it was made, six digits YYMMDD
 * @param number number of the piece, four bytes that makers fill differently
 * @param reserved five bytes
 */
public record RecorderIdentity(
    String certificate, String model, Bytes made, Bytes number, Bytes reserved)
    implements RecorderData {
  private static final int CERTIFICATE_BYTES = 7;
  private static final int MODEL_BYTES = 16;
  private static final int DATE_BYTES = 3;
  private static final int NUMBER_BYTES = 4;
  private static final int RESERVED_BYTES = 5;

  static RecorderIdentity decode(BodyReader in) {
    return new RecorderIdentity(
        in.field("certificate").paddedText(CERTIFICATE_BYTES),
        in.field("model").paddedText(MODEL_BYTES),
        in.field("made").bytes(DATE_BYTES),
        in.field("number").bytes(NUMBER_BYTES),
        in.field("reserved").bytes(RESERVED_BYTES));
  }

  @Override
  public void encode(BodyWriter out) {
    out.paddedText(certificate, CERTIFICATE_BYTES)
        .paddedText(model, MODEL_BYTES)
        .bytes(made)
        .bytes(number)
        .bytes(reserved);
  }
}
