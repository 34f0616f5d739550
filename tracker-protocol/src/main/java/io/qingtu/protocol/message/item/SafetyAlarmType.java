package io.qingtu.protocol.message.item;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Types of safety alarms by item and code, as T/JSATL 12-2017 (苏标) and, where said, T/GDRTA
 * 002-2020 (粤标) name them. The codes of 0x66 are bits.
 */
public enum SafetyAlarmType {
  FORWARD_COLLISION(0x64, 0x01, "前向碰撞报警"),
  LANE_DEPARTURE(0x64, 0x02, "车道偏离报警"),
  TOO_CLOSE(0x64, 0x03, "车距过近报警"),
  PEDESTRIAN_COLLISION(0x64, 0x04, "行人碰撞报警"),
  FREQUENT_LANE_CHANGE(0x64, 0x05, "频繁变道报警"),
  ROAD_SIGN_EXCEEDED(0x64, 0x06, "道路标识超限报警"),
  OBSTACLE(0x64, 0x07, "障碍物报警"),
  ROAD_SIGN_RECOGNIZED(0x64, 0x10, "道路标志识别事件"),
  ASSISTANCE_CAPTURE(0x64, 0x11, "主动抓拍事件"),
  SOLID_LINE_CHANGE(0x64, 0x12, "实线变道报警（粤标）"),
  AISLE_PEDESTRIAN(0x64, 0x13, "车厢过道行人检测报警（粤标）"),

  FATIGUE(0x65, 0x01, "疲劳驾驶报警"),
  PHONE_CALL(0x65, 0x02, "接打电话报警"),
  SMOKING(0x65, 0x03, "抽烟报警"),
  DISTRACTED(0x65, 0x04, "分神驾驶报警"),
  DRIVER_ABNORMAL(0x65, 0x05, "驾驶员异常报警"),
  LENS_COVERED(0x65, 0x06, "探头遮挡报警（粤标）"),
  DRIVING_OVERTIME(0x65, 0x08, "超时驾驶报警（粤标）"),
  NO_SEAT_BELT(0x65, 0x0a, "未系安全带报警（粤标）"),
  SUNGLASSES(0x65, 0x0b, "红外阻断型墨镜失效报警（粤标）"),
  HANDS_OFF(0x65, 0x0c, "双脱把报警（粤标）"),
  PLAYING_WITH_PHONE(0x65, 0x0d, "玩手机报警（粤标）"),
  DRIVER_CAPTURE(0x65, 0x10, "自动抓拍事件"),
  DRIVER_CHANGED(0x65, 0x11, "驾驶员变更事件"),

  TYRE_REPORT(0x66, 1, "胎压定时上报"),
  TYRE_PRESSURE_HIGH(0x66, 1 << 1, "胎压过高报警"),
  TYRE_PRESSURE_LOW(0x66, 1 << 2, "胎压过低报警"),
  TYRE_HOT(0x66, 1 << 3, "胎温过高报警"),
  TYRE_SENSOR(0x66, 1 << 4, "传感器异常报警"),
  TYRE_UNBALANCED(0x66, 1 << 5, "胎压不平衡报警"),
  TYRE_LEAK(0x66, 1 << 6, "慢漏气报警"),
  TYRE_BATTERY(0x66, 1 << 7, "电池电量低报警"),

  REAR_APPROACH(0x67, 0x01, "后方接近报警"),
  LEFT_REAR_APPROACH(0x67, 0x02, "左侧后方接近报警"),
  RIGHT_REAR_APPROACH(0x67, 0x03, "右侧后方接近报警"),

  RAPID_ACCELERATION(0x70, 0x01, "急加速报警"),
  RAPID_DECELERATION(0x70, 0x02, "急减速报警"),
  SHARP_TURN(0x70, 0x03, "急转弯报警"),
  IDLING(0x70, 0x04, "怠速报警"),
  STALLED(0x70, 0x05, "异常熄火报警"),
  COASTING(0x70, 0x06, "空挡滑行报警"),
  OVER_REVVED(0x70, 0x07, "发动机超转报警");

  private static final SafetyAlarmType[] ALL = values();

  private final int item;
  private final int code;
  private final String title;

  SafetyAlarmType(int item, int code, String title) {
    this.item = item;
    this.code = code;
    this.title = title;
  }

  /** Id of the additional item. */
  public int item() {
    return item;
  }

  public int code() {
    return code;
  }

  /** The name in Chinese. */
  public String title() {
    return title;
  }

  /** Empty where no standard names the code: the number stays. */
  public static Optional<SafetyAlarmType> find(int item, int code) {
    return Arrays.stream(ALL).filter(t -> t.item == item && t.code == code).findFirst();
  }

  /** Names of a type, which are several where its code is made of bits. */
  public static List<String> titles(int item, int code) {
    List<String> titles = new ArrayList<>();
    if (item == TyreStateAlarm.ID) {
      for (int bits = code; bits != 0; bits &= bits - 1) {
        titles.add(title(item, Integer.lowestOneBit(bits)));
      }
    } else {
      titles.add(title(item, code));
    }
    return List.copyOf(titles);
  }

  private static String title(int item, int code) {
    return find(item, code).map(SafetyAlarmType::title).orElse(String.format("未知类型 0x%02X", code));
  }
}
