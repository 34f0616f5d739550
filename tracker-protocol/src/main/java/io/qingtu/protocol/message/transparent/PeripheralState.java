package io.qingtu.protocol.message.transparent;

import io.qingtu.protocol.field.BodyReader;
import java.util.List;

/**
 * State of a peripheral (外设状态信息), T/JSATL 12.
 *
 * @param peripheral 0x64 ADAS, 0x65 driver, 0x66 tyres, 0x67 blind spot
 * @param workState 1 works, 2 stands by, 3 is upgraded, 4 faulty, 0x10 disconnected
 * @param faults bits: 0 camera, 1 main storage, 2 backup storage, 3 infrared light, 4 loudspeaker,
 *     5 battery, 10 communication, 11 positioning
 */
public record PeripheralState(int peripheral, int workState, long faults) {
  static List<PeripheralState> list(BodyReader in) {
    return PeripheralList.list(in, PeripheralState::decode);
  }

  private static PeripheralState decode(int peripheral, BodyReader in) {
    return new PeripheralState(peripheral, in.field("workState").u8(), in.field("faults").u32());
  }
}
