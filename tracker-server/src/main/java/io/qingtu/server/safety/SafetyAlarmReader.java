package io.qingtu.server.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.AdditionalItems;
import io.qingtu.protocol.message.item.AlarmId;
import io.qingtu.protocol.message.item.AlarmScene;
import io.qingtu.protocol.message.item.SafetyAlarm;
import io.qingtu.server.store.NewSafetyAlarm;
import io.qingtu.server.store.PositionItems;
import java.util.ArrayList;
import java.util.List;

/** Additional items → safety alarms. */
final class SafetyAlarmReader {
  private static final int[] KINDS = {0x64, 0x65, 0x66, 0x67, 0x70};
  private static final double DEGREE = 1e6;

  private SafetyAlarmReader() {}

  /** Whether there may be an alarm among the items; costs a few looks. */
  static boolean concerns(AdditionalItems items) {
    for (int kind : KINDS) {
      if (items.value(kind).isPresent()) {
        return true;
      }
    }
    return false;
  }

  static List<NewSafetyAlarm> read(PositionItems position) {
    List<NewSafetyAlarm> alarms = new ArrayList<>();
    for (AdditionalItem item : AdditionalItems.decode(new BodyReader(position.items()))) {
      if (item instanceof SafetyAlarm alarm) {
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
