package io.qingtu.protocol.message.item;

import java.util.List;

/** What the alarms of active safety (主动安全) have in common. */
public sealed interface SafetyAlarm
    permits DrivingAssistanceAlarm,
        DriverStateAlarm,
        TyreStateAlarm,
        BlindSpotAlarm,
        HarshDrivingAlarm {
  /** {@link #phase} of an event without an end. */
  int NO_PHASE = 0;

  /** {@link #phase} at the beginning of an alarm. */
  int START = 1;

  /** {@link #phase} at the end of an alarm. */
  int END = 2;

  /** Id of the item, which is the kind of the alarm. */
  int id();

  /** Number of the alarm (报警 ID), counted by the terminal from 0; start and end share it. */
  long number();

  /** State (标志状态): 0 not available, 1 start, 2 end. */
  int phase();

  /** Type of the alarm or event (报警/事件类型); of tyres the alarm bits of all of them together. */
  int type();

  /** Level (报警级别) 1 or 2; 0 where the kind has none. */
  int level();

  AlarmScene scene();

  AlarmId alarmId();

  /** The types' Chinese names: one, or one for each bit. */
  default List<String> titles() {
    return SafetyAlarmType.titles(id(), type());
  }
}
