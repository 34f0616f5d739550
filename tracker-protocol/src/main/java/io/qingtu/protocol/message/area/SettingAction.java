package io.qingtu.protocol.message.area;

import java.util.Arrays;
import java.util.Optional;

/** What a setting does to the areas that are there (设置属性). */
public enum SettingAction {
  /** replaces all of the kind */
  UPDATE,
  APPEND,
  /** replaces those with the same ids */
  MODIFY;

  /** 0–2. */
  public int code() {
    return ordinal();
  }

  /** Empty for codes beside the standard's. */
  public static Optional<SettingAction> find(int code) {
    return Arrays.stream(values()).filter(action -> action.code() == code).findFirst();
  }
}
