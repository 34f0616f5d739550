package io.qingtu.protocol.message.vehicle;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Vehicle control (车辆控制), 0x8500: a byte of flags up to 2013, typed controls since 2019. A command
 * says both, so that it suits every terminal; one that was read has what its version knows.
 *
 * @param flags bit 0: 0 unlocks, 1 locks the doors; others reserved
 * @param controls since 2019
 */
public record VehicleControlCommand(int flags, List<VehicleControl> controls)
    implements PlatformMessage {
  public static final int ID = 0x8500;

  /** Flag that locks the doors; without it they are unlocked. */
  public static final int LOCK = 0x01;

  public VehicleControlCommand {
    controls = List.copyOf(controls);
  }

  public static VehicleControlCommand lockDoors() {
    return new VehicleControlCommand(LOCK, List.of(VehicleControl.door(true)));
  }

  public static VehicleControlCommand unlockDoors() {
    return new VehicleControlCommand(0, List.of(VehicleControl.door(false)));
  }

  public static VehicleControlCommand decode(BodyReader in, ProtocolVersion version) {
    if (version != ProtocolVersion.V2019) {
      return new VehicleControlCommand(in.field("flags").u8(), List.of());
    }
    int count = in.field("count").u16();
    List<VehicleControl> controls = new ArrayList<>();
    while (controls.size() < count && in.remaining() > 0) {
      in.enter("controls", controls.size());
      int type = in.field("type").u16();
      // how long a vendor's parameter is, nobody knows: it must be the last
      int length = type == VehicleControl.DOOR ? 1 : in.remaining();
      controls.add(new VehicleControl(type, in.field("parameter").bytes(length)));
      in.leave();
    }
    return new VehicleControlCommand(0, controls);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    if (version != ProtocolVersion.V2019) {
      out.u8(flags);
      return;
    }
    out.u16(controls.size());
    controls.forEach(control -> out.u16(control.type()).bytes(control.parameter()));
  }
}
