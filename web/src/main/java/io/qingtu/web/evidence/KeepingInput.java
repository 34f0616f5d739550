package io.qingtu.web.evidence;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps the first bytes of what is read through it; closes nothing. */
final class KeepingInput extends FilterInputStream {
  private final ByteArrayOutputStream kept;
  private final int most;

  KeepingInput(InputStream in, ByteArrayOutputStream kept, int most) {
    super(in);
    this.kept = kept;
    this.most = most;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int n = super.read(buffer, from, length);
    kept.write(buffer, from, Math.max(0, Math.min(n, most - kept.size())));
    return n;
  }
}
