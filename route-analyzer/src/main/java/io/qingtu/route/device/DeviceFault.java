package io.qingtu.route.device;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What is the matter with a vehicle's device, the most urgent first. */
public enum DeviceFault {
  /** 疑似人为: position false, terminal taken out, days or loads without a track. */
  TAMPERED("D06", "D07", "D09", "D10"),
  /** 车架号不符: the recorder knows another vehicle than the register. */
  OTHER_VIN,
  /** 断电. */
  POWER("D02"),
  /** 天线. */
  ANTENNA("D03"),
  /** 传感器: it is not believed, and the rules that need it are off. */
  SENSOR("D08"),
  /** 离线: nothing has come for long, and nobody has said that it rests. */
  SILENT("D01"),
  /** 不定位, 受干扰: it reports, and does not know where it is. */
  NO_FIX("D04", "D05"),
  /** 时钟. */
  CLOCK("D11"),
  /** 漂移. */
  DRIFT("D12"),
  /** A terminal is entered that has never sent anything. */
  NEVER_SEEN,
  /** No terminal is entered for the vehicle. */
  UNBOUND,
  /** 复检: it has to be tested again. */
  RETEST,
  /** 报停: nothing comes, as was announced. */
  LAID_UP;

  private final Set<String> rules;

  DeviceFault(String... rules) {
    this.rules = Set.of(rules);
  }

  /** What an alert of a rule says; empty where the rule is about no device. */
  static Optional<DeviceFault> ofRule(String rule) {
    return Arrays.stream(values()).filter(f -> f.rules.contains(rule)).findFirst();
  }

  /** Whether it is a fault at all: what was announced, or only has to be tested, has none. */
  public boolean isFault() {
    return this != LAID_UP && this != RETEST;
  }
}
