package io.qingtu.protocol.message.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import org.junit.jupiter.api.Test;

class VehicleControlCommandTest {
  private static String body(VehicleControlCommand command, ProtocolVersion version) {
    BodyWriter out = new BodyWriter();
    command.encode(out, version);
    return out.toBytes().hex();
  }

  @Test
  void lockIsOneUpTo2013AndZeroSince2019() {
    VehicleControlCommand lock = VehicleControlCommand.lockDoors();
    VehicleControlCommand unlock = VehicleControlCommand.unlockDoors();
    assertEquals("01", body(lock, ProtocolVersion.V2011));
    assertEquals("01", body(lock, ProtocolVersion.V2013));
    assertEquals("00", body(unlock, ProtocolVersion.V2013));
    assertEquals("0001" + "0001" + "00", body(lock, ProtocolVersion.V2019));
    assertEquals("0001" + "0001" + "01", body(unlock, ProtocolVersion.V2019));
  }

  @Test
  void aCountBeyondTheBodyAllocatesNothing() {
    BodyReader in = new BodyReader(Bytes.ofHex("ffff" + "0001" + "00"));
    assertEquals(1, VehicleControlCommand.decode(in, ProtocolVersion.V2019).controls().size());
    BodyReader cut = new BodyReader(Bytes.ofHex("ffff" + "0001"));
    assertThrows(
        MalformedException.class, () -> VehicleControlCommand.decode(cut, ProtocolVersion.V2019));
  }
}
