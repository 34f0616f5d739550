package io.qingtu.protocol.message.management;

/** Command words (命令字) of terminal control, 0x8105. 2019 keeps CONNECT, RESET and FACTORY_RESET. */
public enum ControlWord {
  /**
   * Wireless upgrade (无线升级): URL; APN; user; password; address; TCP port; UDP port; manufacturer;
   * hardware version; firmware version; time limit in minutes.
   */
  UPGRADE(1),
  /**
   * Connect to a server (控制终端连接指定服务器): 0; authentication code; APN; user; password; address; TCP
   * port; UDP port; time limit in minutes. 1 alone goes back to the usual server.
   */
  CONNECT(2),
  /** 终端关机. */
  POWER_OFF(3),
  /** 终端复位. */
  RESET(4),
  /** 终端恢复出厂设置. */
  FACTORY_RESET(5),
  /** 关闭数据通信. */
  CLOSE_DATA(6),
  /** 关闭所有无线通信. */
  CLOSE_RADIO(7);

  private final int code;

  ControlWord(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
