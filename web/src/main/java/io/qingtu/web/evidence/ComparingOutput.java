package io.qingtu.web.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes bytes and holds them against those of a stream. */
final class ComparingOutput extends OutputStream {
  private final InputStream expected;
  private long same;
  private boolean differs;

  ComparingOutput(InputStream expected) {
    this.expected = expected;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    byte[] there = differs ? new byte[0] : expected.readNBytes(length);
    for (int i = 0; !differs && i < length; i++) {
      differs = i >= there.length || there[i] != bytes[from + i];
      same += differs ? 0 : 1;
    }
  }

  /** Whether all that came is all of the stream. */
  boolean isWhole() throws IOException {
    return !differs && expected.read() < 0;
  }

  /** Bytes before the first that differs. */
  long same() {
    return same;
  }
}
