package io.qingtu.server.command;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.area.AreaKind;
import io.qingtu.protocol.message.location.LocationReply;
import io.qingtu.protocol.message.location.QueryLocationCommand;
import io.qingtu.protocol.message.location.TrackingCommand;
import io.qingtu.protocol.message.management.AttributesReply;
import io.qingtu.protocol.message.management.ControlWord;
import io.qingtu.protocol.message.management.ParametersReply;
import io.qingtu.protocol.message.management.QueryAttributesCommand;
import io.qingtu.protocol.message.management.TerminalControlCommand;
import io.qingtu.protocol.message.media.ShootReply;
import io.qingtu.protocol.message.record.RecorderQuery;
import io.qingtu.protocol.message.record.RecorderReport;
import io.qingtu.protocol.message.recorder.RecorderCommand;
import io.qingtu.protocol.message.recorder.RecorderPacket;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.Permission;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What can be asked of a terminal: one line each. */
public enum CommandKind {
  /** 位置信息查询. */
  LOCATE(LocationReply.ID, Danger.COMPANY, (in, version) -> new QueryLocationCommand()),
  /** 临时位置跟踪控制; an interval of 0 ends it. */
  TRACK(0, Danger.CITY, (in, version) -> tracking(in)),
  /** 文本信息下发. */
  TEXT(0, Danger.COMPANY, Texts::message),
  /** 摄像头立即拍摄. */
  SNAPSHOT(ShootReply.ID, Danger.COMPANY, (in, version) -> Snapshots.message(in)),
  /** 设置多边形区域, of a place on file. */
  SEND_AREA(0, Danger.CITY, (in, version) -> Areas.area(in)),
  DELETE_AREA(0, Danger.CITY, (in, version) -> Areas.deletion(AreaKind.POLYGON, in)),
  /** 设置路线, a permitted one. */
  SEND_ROUTE(0, Danger.CITY, (in, version) -> Areas.route(in)),
  DELETE_ROUTE(0, Danger.CITY, (in, version) -> Areas.deletion(AreaKind.ROUTE, in)),
  /** 查询终端属性. */
  QUERY_ATTRIBUTES(
      AttributesReply.ID, Danger.DEVICE, (in, version) -> new QueryAttributesCommand()),
  /** 行驶记录数据采集: 采集车辆信息, 05H of GB/T 19056. */
  QUERY_RECORDER_VEHICLE(
      RecorderReport.ID, Danger.COMPANY, (in, version) -> recorderVehicle(version)),
  /** 查询终端参数. */
  READ_PARAMETERS(ParametersReply.ID, Danger.DEVICE, (in, version) -> ParameterCommands.query(in)),
  /** 设置终端参数. */
  WRITE_PARAMETERS(0, Danger.REASON, (in, version) -> ParameterCommands.setting(in)),
  /** 终端控制: 终端复位. */
  RESTART(0, Danger.REASON, (in, version) -> TerminalControlCommand.of(ControlWord.RESET));

  /** Who may order it. */
  private enum Danger {
    /** Dispatchers too, of the vehicles of their company. */
    COMPANY,
    /** Supervisors. */
    CITY,
    /** Administrators too: it is about the terminal, not about who drives. */
    DEVICE,
    /** As {@link #DEVICE}, and only with a reason. */
    REASON
  }

  /** Makes the message of a command's arguments. */
  @FunctionalInterface
  interface Writer {
    PlatformMessage write(CommandArguments in, ProtocolVersion version);
  }

  /** A WORD of seconds. */
  private static final int MOST_INTERVAL = 0xffff;

  /** A day. */
  private static final int MOST_TRACKING = 86_400;

  private final int replyId;
  private final Danger danger;
  private final Writer writer;

  /**
   * @param replyId id of the reply that carries what is asked for; 0 where the general reply is all
   */
  CommandKind(int replyId, Danger danger, Writer writer) {
    this.replyId = replyId;
    this.danger = danger;
    this.writer = writer;
  }

  /**
   * @throws CommandException where there is no such kind
   */
  public static CommandKind named(String name) {
    return Arrays.stream(values())
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    "kind", "\"" + name + "\" is none of " + Arrays.toString(values())));
  }

  /** Whether this account may order it, for the vehicles that it sees. */
  public boolean isOpenTo(Account account) {
    return account.may(Permission.ORDER)
        || danger == Danger.COMPANY && account.may(Permission.ORDER_HARMLESS)
        || isOfDevice() && account.may(Permission.ORDER_DEVICE);
  }

  private boolean isOfDevice() {
    return danger == Danger.DEVICE || danger == Danger.REASON;
  }

  /** Whether it changes how the terminal works, so that somebody will ask why. */
  public boolean needsReason() {
    return danger == Danger.REASON;
  }

  /** Id of the reply that carries what is asked for; empty where the general reply is all. */
  Optional<Integer> replyId() {
    return replyId == 0 ? Optional.empty() : Optional.of(replyId);
  }

  /** How often it may be sent at most: a second restart would be one too many. */
  int tries(CommandConfig config) {
    return this == RESTART ? 1 : config.tries();
  }

  /** How long the terminal is busy with it before it can answer. */
  Duration taking(CommandArguments in) {
    return this == SNAPSHOT ? Snapshots.duration(in) : Duration.ZERO;
  }

  /**
   * @throws CommandException where the arguments make no message
   */
  PlatformMessage message(CommandArguments in, ProtocolVersion version) {
    PlatformMessage message = writer.write(in, version);
    in.finish();
    return message;
  }

  /**
   * Whether terminals can be told this, whatever issue they follow.
   *
   * @throws CommandException where the arguments make no message
   */
  void check(String arguments) {
    for (ProtocolVersion version : ProtocolVersion.values()) {
      message(CommandArguments.of(arguments), version);
    }
  }

  private static PlatformMessage tracking(CommandArguments in) {
    int interval = in.number("intervalSeconds", 0, MOST_INTERVAL);
    return new TrackingCommand(interval, in.number("durationSeconds", 600, 1, MOST_TRACKING));
  }

  /** In 2011 the command word is all; since then the recorder's own packet follows it. */
  private static PlatformMessage recorderVehicle(ProtocolVersion version) {
    Bytes packet = RecorderPacket.question(RecorderCommand.VEHICLE).encode();
    return new RecorderQuery(
        RecorderCommand.VEHICLE.code(), version == ProtocolVersion.V2011 ? Bytes.EMPTY : packet);
  }
}
