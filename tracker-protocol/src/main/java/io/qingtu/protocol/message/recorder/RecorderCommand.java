package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Command words (命令字) of GB/T 19056, with what their data blocks are. */
public enum RecorderCommand {
  EDITION(0x00, "采集记录仪执行标准版本", StandardEdition::decode),
  DRIVER(0x01, "采集当前驾驶人信息", CurrentDriver::decode),
  CLOCK(0x02, "采集记录仪实时时间", RecorderClock::decode),
  MILEAGE(0x03, "采集累计行驶里程", MileageState::decode),
  PULSES(0x04, "采集记录仪脉冲系数", PulseCoefficient::decode),
  VEHICLE(0x05, "采集车辆信息", RecorderVehicle::decode),
  SIGNALS(0x06, "采集记录仪状态信号配置信息", SignalNames::decode),
  IDENTITY(0x07, "采集记录仪唯一性编号", RecorderIdentity::decode),
  SPEEDS(0x08, "采集指定的行驶速度记录", SpeedMinute::decode),
  POSITIONS(0x09, "采集指定的位置信息记录", PositionHour::decode),
  ACCIDENTS(0x10, "采集指定的事故疑点记录", AccidentPoint::decode),
  OVERTIME(0x11, "采集指定的超时驾驶记录", OvertimeDriving::decode),
  DRIVER_CHANGES(0x12, "采集指定的驾驶人身份记录", DriverChange::decode),
  POWER(0x13, "采集指定的外部供电记录", RecorderEvent::decode),
  PARAMETER_CHANGES(0x14, "采集指定的参数修改记录", RecorderEvent::decode),
  SPEED_CHECKS(0x15, "采集指定的速度状态日志", SpeedCheck::decode),
  SET_VEHICLE(0x82, "设置车辆信息", RecorderVehicle::decode),
  SET_INSTALLATION(0x83, "设置记录仪初次安装日期", RecorderClock::decode),
  SET_SIGNALS(0x84, "设置状态量配置信息", SignalNames::decode),
  SET_CLOCK(0xC2, "设置记录仪时间", RecorderClock::decode),
  SET_PULSES(0xC3, "设置记录仪脉冲系数", PulseCoefficient::decode),
  SET_MILEAGE(0xC4, "设置初始里程", MileageState::decode);

  private final int code;
  private final String title;
  private final Function<BodyReader, RecorderData> decoder;

  RecorderCommand(int code, String title, Function<BodyReader, RecorderData> decoder) {
    this.code = code;
    this.title = title;
    this.decoder = decoder;
  }

  public static Optional<RecorderCommand> find(int code) {
    return Arrays.stream(values()).filter(command -> command.code == code).findFirst();
  }

  public int code() {
    return code;
  }

  /** The name in the standard. */
  public String title() {
    return title;
  }

  Function<BodyReader, RecorderData> decoder() {
    return decoder;
  }
}
