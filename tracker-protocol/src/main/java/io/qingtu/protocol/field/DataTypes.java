package io.qingtu.protocol.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** How the standard's data types lie in memory. */
final class DataTypes {
  static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  static final VarHandle DWORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** GB18030 contains GBK; what neither knows is replaced, never refused. */
  static final Charset TEXT = Charset.forName("GB18030");

  private DataTypes() {}
}
