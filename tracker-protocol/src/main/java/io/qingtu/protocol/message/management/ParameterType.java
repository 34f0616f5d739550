package io.qingtu.protocol.message.management;

import static io.qingtu.protocol.frame.ProtocolVersion.V2011;
import static io.qingtu.protocol.frame.ProtocolVersion.V2013;
import static io.qingtu.protocol.frame.ProtocolVersion.V2019;
import static io.qingtu.protocol.message.management.ParameterType.Kind.BYTE;
import static io.qingtu.protocol.message.management.ParameterType.Kind.BYTES;
import static io.qingtu.protocol.message.management.ParameterType.Kind.DWORD;
import static io.qingtu.protocol.message.management.ParameterType.Kind.STRING;
import static io.qingtu.protocol.message.management.ParameterType.Kind.WORD;

import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parameters of terminals (终端参数项), in the order of their ids. */
public enum ParameterType {
  HEARTBEAT_INTERVAL(0x0001, DWORD, "s", "终端心跳发送间隔", V2011),
  TCP_REPLY_TIMEOUT(0x0002, DWORD, "s", "TCP消息应答超时时间", V2011),
  TCP_RETRANSMISSIONS(0x0003, DWORD, "", "TCP消息重传次数", V2011),
  UDP_REPLY_TIMEOUT(0x0004, DWORD, "s", "UDP消息应答超时时间", V2011),
  UDP_RETRANSMISSIONS(0x0005, DWORD, "", "UDP消息重传次数", V2011),
  SMS_REPLY_TIMEOUT(0x0006, DWORD, "s", "SMS消息应答超时时间", V2011),
  SMS_RETRANSMISSIONS(0x0007, DWORD, "", "SMS消息重传次数", V2011),
  MAIN_APN(0x0010, STRING, "", "主服务器APN", V2011),
  MAIN_USER(0x0011, STRING, "", "主服务器无线通信拨号用户名", V2011),
  MAIN_PASSWORD(0x0012, STRING, "", "主服务器无线通信拨号密码", V2011),
  MAIN_ADDRESS(0x0013, STRING, "", "主服务器地址", V2011),
  BACKUP_APN(0x0014, STRING, "", "备份服务器APN", V2011),
  BACKUP_USER(0x0015, STRING, "", "备份服务器无线通信拨号用户名", V2011),
  BACKUP_PASSWORD(0x0016, STRING, "", "备份服务器无线通信拨号密码", V2011),
  BACKUP_ADDRESS(0x0017, STRING, "", "备份服务器地址", V2011),
  TCP_PORT(0x0018, DWORD, "", "服务器TCP端口", V2011, V2013),
  UDP_PORT(0x0019, DWORD, "", "服务器UDP端口", V2011, V2013),
  CARD_SERVER_ADDRESS(0x001A, STRING, "", "道路运输证IC卡认证主服务器地址", V2013),
  CARD_SERVER_TCP_PORT(0x001B, DWORD, "", "道路运输证IC卡认证主服务器TCP端口", V2013),
  CARD_SERVER_UDP_PORT(0x001C, DWORD, "", "道路运输证IC卡认证主服务器UDP端口", V2013),
  CARD_BACKUP_ADDRESS(0x001D, STRING, "", "道路运输证IC卡认证备份服务器地址", V2013),
  /** 0 by time, 1 by distance, 2 both */
  REPORT_POLICY(0x0020, DWORD, "", "位置汇报策略", V2011),
  /** 0 by ACC, 1 by login, then by ACC */
  REPORT_SCHEME(0x0021, DWORD, "", "位置汇报方案", V2011),
  NO_DRIVER_INTERVAL(0x0022, DWORD, "s", "驾驶员未登录汇报时间间隔", V2011),
  SLAVE_APN(0x0023, STRING, "", "从服务器APN", V2019),
  SLAVE_USER(0x0024, STRING, "", "从服务器无线通信拨号用户名", V2019),
  SLAVE_PASSWORD(0x0025, STRING, "", "从服务器无线通信拨号密码", V2019),
  SLAVE_ADDRESS(0x0026, STRING, "", "从服务器备份地址", V2019),
  SLEEP_INTERVAL(0x0027, DWORD, "s", "休眠时汇报时间间隔", V2011),
  EMERGENCY_INTERVAL(0x0028, DWORD, "s", "紧急报警时汇报时间间隔", V2011),
  DEFAULT_INTERVAL(0x0029, DWORD, "s", "缺省时间汇报间隔", V2011),
  DEFAULT_DISTANCE(0x002C, DWORD, "m", "缺省距离汇报间隔", V2011),
  NO_DRIVER_DISTANCE(0x002D, DWORD, "m", "驾驶员未登录汇报距离间隔", V2011),
  SLEEP_DISTANCE(0x002E, DWORD, "m", "休眠时汇报距离间隔", V2011),
  EMERGENCY_DISTANCE(0x002F, DWORD, "m", "紧急报警时汇报距离间隔", V2011),
  /** less than 180 */
  TURN_ANGLE(0x0030, DWORD, "°", "拐点补传角度", V2011),
  /** moved farther: illegal movement */
  GEOFENCE_RADIUS(0x0031, WORD, "m", "电子围栏半径", V2013),
  /** BYTE[4]: hh mm from, hh mm to */
  FORBIDDEN_HOURS(0x0032, BYTES, "", "违规行驶时段范围", V2019),
  PLATFORM_PHONE(0x0040, STRING, "", "监控平台电话号码", V2011),
  RESET_PHONE(0x0041, STRING, "", "复位电话号码", V2011),
  FACTORY_RESET_PHONE(0x0042, STRING, "", "恢复出厂设置电话号码", V2011),
  SMS_PHONE(0x0043, STRING, "", "监控平台SMS电话号码", V2011),
  ALARM_SMS_PHONE(0x0044, STRING, "", "接收终端SMS文本报警号码", V2011),
  /** 0 automatic, 1 automatic with ACC on */
  ANSWER_POLICY(0x0045, DWORD, "", "终端电话接听策略", V2011),
  /** 0 none, 0xFFFFFFFF unlimited */
  CALL_TIME(0x0046, DWORD, "s", "每次最长通话时间", V2011),
  /** 0 none, 0xFFFFFFFF unlimited */
  MONTHLY_CALL_TIME(0x0047, DWORD, "s", "当月最长通话时间", V2011),
  LISTENING_PHONE(0x0048, STRING, "", "监听电话号码", V2011),
  PRIVILEGED_SMS_PHONE(0x0049, STRING, "", "监管平台特权短信号码", V2011),
  /** bits of the location report's alarms, as the four that follow */
  ALARM_MASK(0x0050, DWORD, "", "报警屏蔽字", V2011),
  ALARM_SMS(0x0051, DWORD, "", "报警发送文本SMS开关", V2011),
  ALARM_SHOTS(0x0052, DWORD, "", "报警拍摄开关", V2011),
  /** 0 uploaded */
  ALARM_SHOTS_STORED(0x0053, DWORD, "", "报警拍摄存储标志", V2011),
  KEY_ALARMS(0x0054, DWORD, "", "关键标志", V2011),
  MAX_SPEED(0x0055, DWORD, "km/h", "最高速度", V2011),
  OVERSPEED_TIME(0x0056, DWORD, "s", "超速持续时间", V2011),
  CONTINUOUS_DRIVING(0x0057, DWORD, "s", "连续驾驶时间门限", V2011),
  DAILY_DRIVING(0x0058, DWORD, "s", "当天累计驾驶时间门限", V2011),
  MIN_REST(0x0059, DWORD, "s", "最小休息时间", V2011),
  MAX_PARKING(0x005A, DWORD, "s", "最长停车时间", V2011),
  OVERSPEED_WARNING(0x005B, WORD, "0.1 km/h", "超速报警预警差值", V2013),
  FATIGUE_WARNING(0x005C, WORD, "s", "疲劳驾驶预警差值", V2013),
  /** bits 0–7 time, 4 ms (2019: ms), 8–15 acceleration, 0.1 g */
  COLLISION(0x005D, WORD, "", "碰撞报警参数", V2013),
  /** 30 unless set */
  ROLLOVER(0x005E, WORD, "°", "侧翻报警参数", V2013),
  /** bits 0–4 channels, 8–12 uploaded, 16 minutes, 17–31 interval */
  TIMED_SHOTS(0x0064, DWORD, "", "定时拍照控制", V2013),
  /** bits 0–4 channels, 8–12 uploaded, 16 km, 17–31 interval */
  DISTANCE_SHOTS(0x0065, DWORD, "", "定距拍照控制", V2013),
  /** 1–10, 1 the best */
  QUALITY(0x0070, DWORD, "", "图像/视频质量", V2011),
  /** 0–255 */
  BRIGHTNESS(0x0071, DWORD, "", "亮度", V2011),
  /** 0–127 */
  CONTRAST(0x0072, DWORD, "", "对比度", V2011),
  /** 0–127 */
  SATURATION(0x0073, DWORD, "", "饱和度", V2011),
  /** 0–255 */
  CHROMA(0x0074, DWORD, "", "色度", V2011),
  /** JT/T 1078, 21 bytes */
  VIDEO_SETTING(0x0075, BYTES, "", "音视频参数设置", V2013),
  /** JT/T 1078, 3 bytes and 4 a channel */
  VIDEO_CHANNELS(0x0076, BYTES, "", "音视频通道列表设置", V2013),
  /** JT/T 1078, 1 byte and 21 a channel */
  CHANNEL_SETTING(0x0077, BYTES, "", "单独视频通道参数设置", V2013),
  /** JT/T 1078, 3 bytes */
  ALARM_RECORDING(0x0079, BYTES, "", "特殊报警录像参数设置", V2013),
  /** JT/T 1078 */
  VIDEO_ALARM_MASK(0x007A, DWORD, "", "视频相关报警屏蔽字", V2013),
  /** JT/T 1078, 2 bytes */
  IMAGE_ANALYSIS(0x007B, BYTES, "", "图像分析报警参数设置", V2013),
  /** JT/T 1078, 20 bytes */
  WAKE_UP(0x007C, BYTES, "", "终端休眠唤醒模式设置", V2013),
  ODOMETER(0x0080, DWORD, "0.1 km", "车辆里程表读数", V2011),
  PROVINCE(0x0081, WORD, "", "车辆所在的省域ID", V2011),
  CITY(0x0082, WORD, "", "车辆所在的市域ID", V2011),
  PLATE(0x0083, STRING, "", "机动车号牌", V2011),
  PLATE_COLOR(0x0084, BYTE, "", "车牌颜色", V2011),
  /** bits 0 GPS, 1 BeiDou, 2 GLONASS, 3 Galileo */
  GNSS_MODE(0x0090, BYTE, "", "GNSS定位模式", V2013),
  /** 0–5: 4800 to 115200 */
  GNSS_BAUD_RATE(0x0091, BYTE, "", "GNSS波特率", V2013),
  /** 0–4: every 500 to 4000 ms */
  GNSS_OUTPUT_RATE(0x0092, BYTE, "", "GNSS模块详细定位数据输出频率", V2013),
  GNSS_SAMPLING(0x0093, DWORD, "s", "GNSS模块详细定位数据采集频率", V2013),
  /** 0 none, 1 time, 2 distance, 0x0B–0x0D sums */
  GNSS_UPLOAD(0x0094, BYTE, "", "GNSS模块详细定位数据上传方式", V2013),
  /** s, m or records, by 0x0094 */
  GNSS_UPLOAD_SETTING(0x0095, DWORD, "", "GNSS模块详细定位数据上传设置", V2013),
  CAN_1_SAMPLING(0x0100, DWORD, "ms", "CAN总线通道1采集时间间隔", V2013),
  CAN_1_UPLOAD(0x0101, WORD, "s", "CAN总线通道1上传时间间隔", V2013),
  CAN_2_SAMPLING(0x0102, DWORD, "ms", "CAN总线通道2采集时间间隔", V2013),
  CAN_2_UPLOAD(0x0103, WORD, "s", "CAN总线通道2上传时间间隔", V2013),
  /** 0x0110–0x01FF, BYTE[8]: ms, bit 31 channel, 30 extended, 29 averaged */
  CAN_ID(0x0110, BYTES, "", "CAN总线ID单独采集设置", V2013),
  /** T/JSATL 12 */
  DRIVING_ASSISTANCE(0xF364, BYTES, "", "高级驾驶辅助系统参数", V2013),
  /** T/JSATL 12 */
  DRIVER_MONITORING(0xF365, BYTES, "", "驾驶员状态监测系统参数", V2013),
  /** T/JSATL 12 */
  TYRE_MONITORING(0xF366, BYTES, "", "胎压监测系统参数", V2013),
  /** T/JSATL 12 */
  BLIND_SPOT_MONITORING(0xF367, BYTES, "", "盲区监测系统参数", V2013);

  /** How a value is written. */
  public enum Kind {
    BYTE(1),
    WORD(2),
    DWORD(4),
    STRING(0),
    /** fields of its own, see {@link TerminalParameter#tell} */
    BYTES(0);

    private final int bytes;

    Kind(int bytes) {
      this.bytes = bytes;
    }

    /** Length of a number; 0 for what is none. */
    public int bytes() {
      return bytes;
    }
  }

  private static final long LAST_CAN_ID = 0x01ff;
  private static final Map<Long, ParameterType> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(ParameterType::id, Function.identity()));

  private final long id;
  private final Kind kind;
  private final String unit;
  private final String title;
  private final ProtocolVersion since;
  private final ProtocolVersion last;

  ParameterType(long id, Kind kind, String unit, String title, ProtocolVersion since) {
    this(id, kind, unit, title, since, V2019);
  }

  ParameterType(
      long id, Kind kind, String unit, String title, ProtocolVersion since, ProtocolVersion last) {
    this.id = id;
    this.kind = kind;
    this.unit = unit;
    this.title = title;
    this.since = since;
    this.last = last;
  }

  /** The line of an id; empty for vendors' ids. */
  public static Optional<ParameterType> find(long id) {
    boolean canId = id > CAN_ID.id && id <= LAST_CAN_ID;
    return canId ? Optional.of(CAN_ID) : Optional.ofNullable(BY_ID.get(id));
  }

  public long id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** Empty where the value has none. */
  public String unit() {
    return unit;
  }

  /** The name in the standard. */
  public String title() {
    return title;
  }

  /** Whether an issue of the standard has it. Terminals of others may know it all the same. */
  public boolean isIn(ProtocolVersion version) {
    return version.compareTo(since) >= 0 && version.compareTo(last) <= 0;
  }

  /** The name of the value in lower camel case, as {@code heartbeatInterval}. */
  public String valueName() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    return Arrays.stream(words)
        .skip(1)
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", words[0], ""));
  }
}
