package io.qingtu.server.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.AdditionalItems;
import io.qingtu.protocol.message.item.AlarmId;
import io.qingtu.protocol.message.item.AlarmScene;
import io.qingtu.protocol.message.item.SafetyAlarm;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.server.store.NewSafetyAlarm;
import io.qingtu.server.store.PositionItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Additional items → safety alarms. */
final class SafetyAlarmReader {
  private static final int HEAD_BYTES = 2;
  private static final double DEGREE = 1e6;

  private SafetyAlarmReader() {}

  /** Whether there may be an alarm among the items; costs a few looks. */
  static boolean concerns(AdditionalItems items) {
    return items.hasAny(id -> id >= 0x64 && id <= 0x67 || id == 0x70);
  }

  /** As {@link #concerns(AdditionalItems)}, of items as they were sent. */
  static boolean concerns(Bytes items) {
    return concerns(AdditionalItems.decode(new BodyReader(items)));
  }

  /**
   * The alarms of a position.
   *
   * @param profile of the terminal, if it is known: what that has a name for is no alarm
   */
  static List<NewSafetyAlarm> read(PositionItems position, Optional<TerminalProfile> profile) {
    List<NewSafetyAlarm> alarms = new ArrayList<>();
    BodyReader in = new BodyReader(position.items());
    while (in.remaining() >= HEAD_BYTES) {
      int id = in.u8();
      int length = in.u8();
      if (length > in.remaining()) {
        break;
      }
      AdditionalItem item = AdditionalItem.decode(id, length, in.part(length));
      if (item instanceof SafetyAlarm alarm
          && profile.filter(p -> p.overrides(id, length)).isEmpty()) {
        alarms.add(alarm(position, alarm));
      }
    }
    return alarms;
  }

  private static NewSafetyAlarm alarm(PositionItems position, SafetyAlarm alarm) {
    AlarmScene scene = alarm.scene();
    boolean placed = scene.longitudeE6() != 0 && isPlace(scene);
    return new NewSafetyAlarm(
        position.vehicleId(),
        position.phone(),
        alarm.id(),
        alarm.type(),
        alarm.level(),
        alarm.phase(),
        alarm.number(),
        scene.time().instant().orElse(position.time()),
        position.received(),
        scene.speedKmh(),
        placed ? Math.copySign(scene.longitudeE6() / DEGREE, position.lon()) : position.lon(),
        placed ? Math.copySign(scene.latitudeE6() / DEGREE, position.lat()) : position.lat(),
        alarm.alarmId().bytes(),
        key(alarm),
        alarm.alarmId().attachments());
  }

  private static boolean isPlace(AlarmScene scene) {
    return scene.longitudeE6() <= 180 * DEGREE && scene.latitudeE6() <= 90 * DEGREE;
  }

  /** Terminals without a clock, or which do not fill the id, still get a row for each alarm. */
  private static String key(SafetyAlarm alarm) {
    AlarmId id = alarm.alarmId();
    String key = id.bytes().hex();
    return id.time().instant().isPresent()
        ? key
        : key + String.format("/%012x/%d", alarm.scene().time().bcd(), alarm.number());
  }
}
