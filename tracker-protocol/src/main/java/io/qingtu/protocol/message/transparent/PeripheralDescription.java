package io.qingtu.protocol.message.transparent;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.CountedText;
import java.util.List;

/**
 * What a peripheral is (外设系统信息), T/JSATL 12; each text has up to 32 bytes of ASCII.
 *
 * @param peripheral 0x64 ADAS, 0x65 driver, 0x66 tyres, 0x67 blind spot
 * @param company 公司名称
 * @param model 产品型号
 * @param hardwareVersion 硬件版本号
 * @param softwareVersion 软件版本号
 * @param deviceId 设备 ID
 * @param customerCode 客户代码
 */
public record PeripheralDescription(
    int peripheral,
    String company,
    String model,
    String hardwareVersion,
    String softwareVersion,
    String deviceId,
    String customerCode) {
  static List<PeripheralDescription> list(BodyReader in) {
    return PeripheralList.list(in, PeripheralDescription::decode);
  }

  private static PeripheralDescription decode(int peripheral, BodyReader in) {
    return new PeripheralDescription(
        peripheral,
        CountedText.read(in, "company"),
        CountedText.read(in, "model"),
        CountedText.read(in, "hardwareVersion"),
        CountedText.read(in, "softwareVersion"),
        CountedText.read(in, "deviceId"),
        CountedText.read(in, "customerCode"));
  }
}
