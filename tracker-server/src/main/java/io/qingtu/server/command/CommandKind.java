package io.qingtu.server.command;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.area.AreaKind;
import io.qingtu.protocol.message.media.ShootReply;
import io.qingtu.server.store.Account;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a terminal: one line each. */
public enum CommandKind {
  /** 位置信息查询. */
  LOCATE(0x0201, Danger.COMPANY, (in, version) -> new Raw(0x8201)),
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
  QUERY_ATTRIBUTES(0x0107, Danger.CITY, (in, version) -> new Raw(0x8107)),
  /** 终端控制: 终端复位. */
  RESTART(0, Danger.REASON, (in, version) -> new Raw(0x8105, 4));

  /** Who may order it. */
  private enum Danger {
    /** Dispatchers too, of the vehicles of their company. */
    COMPANY,
    /** Supervisors and administrators. */
    CITY,
    /** As {@link #CITY}, and only with a reason. */
    REASON
  }

  /** Makes the message of a command's arguments. */
  @FunctionalInterface
  interface Writer {
    PlatformMessage write(CommandArguments in, ProtocolVersion version);
  }

  private static final Set<Account.Role> CITY =
      EnumSet.of(Account.Role.SUPERVISOR, Account.Role.ADMINISTRATOR);

  /** Headers never say 2011. */
  private static final Set<ProtocolVersion> SPOKEN =
      EnumSet.of(ProtocolVersion.V2013, ProtocolVersion.V2019);

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

  /** Whether people with this role may order it, for the vehicles that they see. */
  public boolean isOpenTo(Account.Role role) {
    return CITY.contains(role) || danger == Danger.COMPANY && role == Account.Role.DISPATCHER;
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
   * Whether every terminal can be told this.
   *
   * @throws CommandException where the arguments make no message
   */
  void check(String arguments) {
    for (ProtocolVersion version : SPOKEN) {
      message(CommandArguments.of(arguments), version);
    }
  }

  private record Raw(int messageId, int... body) implements PlatformMessage {
    @Override
    public void encode(BodyWriter out, ProtocolVersion version) {
      for (int b : body) {
        out.u8(b);
      }
    }
  }
}
