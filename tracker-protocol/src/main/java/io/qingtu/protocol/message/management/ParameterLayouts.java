package io.qingtu.protocol.message.management;

import java.util.Map;
import java.util.Optional;

/**
 * Which fields the parameters have that are {@link ParameterType.Kind#BYTES}: JT/T 808-2019, JT/T
 * 1078 and, for active safety, T/JSATL 12 with what T/GDRTA 002 puts behind or between its fields.
 */
final class ParameterLayouts {
  private static final String SPEED = "km/h";
  private static final String SECONDS = "s";
  private static final String TENTHS = "100 ms";

  /** Bytes of the parameters of T/JSATL 12; those of other lengths follow T/GDRTA 002. */
  private static final int ASSISTANCE_BYTES = 56;

  private static final int MONITORING_BYTES = 47;

  private static final ParameterLayout ASSISTANCE = assistance().bytes("reserved", 4);
  private static final ParameterLayout ASSISTANCE_OF_GUANGDONG =
      assistance().then(reaction("solidLine")).then(reaction("aisle")).bytes("reserved", 4);
  private static final ParameterLayout MONITORING =
      monitoring()
          .u8("distractionSpeedThreshold", SPEED)
          .u8("distractionPictures")
          .u8("distractionPictureInterval", TENTHS)
          .u8("abnormalVideoTime", SECONDS)
          .u8("abnormalPictures")
          .u8("abnormalPictureInterval", TENTHS)
          .u8("identificationTrigger")
          .bytes("reserved", 2);
  private static final ParameterLayout MONITORING_OF_GUANGDONG =
      monitoring()
          .then(reaction("distraction"))
          .then(reaction("abnormal"))
          .u8("identificationTrigger")
          .u8("coveredSpeedThreshold", SPEED)
          .then(reaction("seatBelt"))
          .then(reaction("sunglasses"))
          .then(reaction("handsOff"))
          .then(reaction("playing"))
          .bytes("reserved", 2);

  private static final Map<ParameterType, ParameterLayout> OTHERS =
      Map.of(
          ParameterType.FORBIDDEN_HOURS,
          new ParameterLayout().u8("fromHour").u8("fromMinute").u8("toHour").u8("toMinute"),
          ParameterType.VIDEO_SETTING,
          streams().u16("overlays", "").u8("audio"),
          ParameterType.VIDEO_CHANNELS,
          new ParameterLayout()
              .u8("audioVideoCount")
              .u8("audioCount")
              .u8("videoCount")
              .each(
                  "channels",
                  new ParameterLayout().u8("physical").u8("logical").u8("kind").u8("panTilt")),
          ParameterType.CHANNEL_SETTING,
          new ParameterLayout()
              .u8("count")
              .each(
                  "channels",
                  new ParameterLayout().u8("logical").then(streams()).u16("overlays", "")),
          ParameterType.ALARM_RECORDING,
          new ParameterLayout()
              .u8("storageShare", "%")
              .u8("duration", "min")
              .u8("timeBefore", "min"),
          ParameterType.IMAGE_ANALYSIS,
          new ParameterLayout().u8("ratedPassengers").u8("fatigueThreshold"),
          ParameterType.WAKE_UP,
          wakeUp(),
          ParameterType.CAN_ID,
          new ParameterLayout().u32("interval", "ms").u32("word", ""),
          ParameterType.TYRE_MONITORING,
          tyres(),
          ParameterType.BLIND_SPOT_MONITORING,
          new ParameterLayout().u8("rearTime", SECONDS).u8("sideTime", SECONDS));

  private ParameterLayouts() {}

  /**
   * The fields of a value of so many bytes; empty for what is one value, or has no known fields.
   */
  static Optional<ParameterLayout> find(ParameterType type, int length) {
    return switch (type) {
      case DRIVING_ASSISTANCE ->
          Optional.of(length == ASSISTANCE_BYTES ? ASSISTANCE : ASSISTANCE_OF_GUANGDONG);
      case DRIVER_MONITORING ->
          Optional.of(length == MONITORING_BYTES ? MONITORING : MONITORING_OF_GUANGDONG);
      default -> Optional.ofNullable(OTHERS.get(type));
    };
  }

  /** JT/T 1078: the stream that is sent and the one that is kept. */
  private static ParameterLayout streams() {
    return stream("live").then(stream("stored"));
  }

  private static ParameterLayout stream(String name) {
    return new ParameterLayout()
        .u8(name + "Encoding")
        .u8(name + "Resolution")
        .u16(name + "KeyFrameInterval", "frames")
        .u8(name + "FrameRate", "1/s")
        .u32(name + "BitRate", "kbit/s");
  }

  private static ParameterLayout wakeUp() {
    ParameterLayout layout =
        new ParameterLayout().u8("mode").u8("conditions").u8("weekdays").u8("periods");
    for (int period = 1; period <= 4; period++) {
      layout.bytes("wake" + period, 2).bytes("sleep" + period, 2);
    }
    return layout;
  }

  private static ParameterLayout tyres() {
    return new ParameterLayout()
        .text("tyreType", 12)
        .u16("pressureUnit", "")
        .u16("normalPressure", "")
        .u16("imbalanceThreshold", "%")
        .u16("slowLeakThreshold", "%")
        .u16("lowPressureThreshold", "")
        .u16("highPressureThreshold", "")
        .u16("highTemperatureThreshold", "°C")
        .u16("batteryThreshold", "%")
        .u16("reportInterval", SECONDS)
        .bytes("reserved", 6);
  }

  /** What driving assistance and driver monitoring begin with. */
  private static ParameterLayout common() {
    return new ParameterLayout()
        .u8("alarmSpeedThreshold", SPEED)
        .u8("alarmVolume")
        .u8("pictureStrategy")
        .u16("pictureInterval", SECONDS)
        .u16("pictureDistance", "m")
        .u8("picturesAtOnce")
        .u8("pictureSpacing", TENTHS)
        .u8("pictureResolution")
        .u8("videoResolution")
        .u32("alarms", "")
        .u32("events", "");
  }

  private static ParameterLayout assistance() {
    return common()
        .u8("reservedByte")
        .u8("obstacleTime", TENTHS)
        .then(reaction("obstacle"))
        .u8("laneChangePeriod", SECONDS)
        .u8("laneChangeCount")
        .then(reaction("laneChange"))
        .then(reaction("laneDeparture"))
        .u8("collisionTime", TENTHS)
        .then(reaction("collision"))
        .u8("pedestrianTime", TENTHS)
        .then(reaction("pedestrian"))
        .u8("headwayTime", TENTHS)
        .then(reaction("headway"))
        .u8("signPictures")
        .u8("signPictureInterval", TENTHS);
  }

  private static ParameterLayout monitoring() {
    return common()
        .u16("smokingInterval", SECONDS)
        .u16("phoneInterval", SECONDS)
        .bytes("reservedBytes", 3)
        .then(reaction("fatigue"))
        .then(reaction("phone"))
        .then(reaction("smoking"));
  }

  /** From which speed on an alarm is of the second level, and what is recorded of it. */
  private static ParameterLayout reaction(String alarm) {
    return new ParameterLayout()
        .u8(alarm + "SpeedThreshold", SPEED)
        .u8(alarm + "VideoTime", SECONDS)
        .u8(alarm + "Pictures")
        .u8(alarm + "PictureInterval", TENTHS);
  }
}
