package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Who drives (驾驶员身份信息采集上报), 0x0702. 2011 has the driver alone; since 2013 a card was put in or
 * pulled out at a time. The body tells which.
 *
 * @param state {@link #CARD_IN} or {@link #CARD_OUT}; none in 2011
 * @param time of the card, none in 2011
 * @param result code of a {@link DriverCard}; there if a card was put in
 * @param driver there if the card could be read
 * @param trailing bytes behind; empty in a good message
 */
public record DriverIdentity(
    OptionalInt state,
    Optional<DeviceTime> time,
    OptionalInt result,
    Optional<Driver> driver,
    Bytes trailing)
    implements TerminalMessage {
  public static final int ID = 0x0702;

  /** The driver starts. */
  public static final int CARD_IN = 1;

  /** The driver ends; by the standard nothing follows the time. */
  public static final int CARD_OUT = 2;

  private static final int SHORT_TEXT_BYTES = 20;
  private static final int LICENCE_BYTES_OF_2011 = 40;
  private static final int TIME_BYTES = 6;

  public static DriverIdentity decode(BodyReader in, ProtocolVersion version) {
    if (version != ProtocolVersion.V2019 && isOf2011(in.ahead().rest())) {
      return new DriverIdentity(
          OptionalInt.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.of(driverOf2011(in)),
          in.field("trailing").rest());
    }
    int state = in.field("state").u8();
    DeviceTime time = in.field("time", "GMT+8").time();
    boolean card = state == CARD_IN ? in.remaining() > 0 : isReadable(in.ahead());
    OptionalInt result = card ? OptionalInt.of(in.field("result").u8()) : OptionalInt.empty();
    boolean read = card && result.getAsInt() == DriverCard.READ.code() && in.remaining() > 0;
    return new DriverIdentity(
        OptionalInt.of(state),
        Optional.of(time),
        result,
        read ? Optional.of(driver(in)) : Optional.empty(),
        in.field("trailing").rest());
  }

  /** Terminals tell the driver of a card pulled out too; what follows may also be anything. */
  private static boolean isReadable(BodyReader in) {
    if (in.remaining() == 0 || in.u8() != DriverCard.READ.code()) {
      return false;
    }
    try {
      driver(in);
      return true;
    } catch (MalformedException anything) {
      return false;
    }
  }

  private static Driver driver(BodyReader in) {
    String name = CountedText.read(in, "name");
    String licence = in.field("licence").paddedText(SHORT_TEXT_BYTES);
    String issuer = CountedText.read(in, "issuer");
    OptionalLong expiry = OptionalLong.of(in.field("expiry", "YYYYMMDD").u32());
    Optional<String> idNumber =
        in.remaining() < SHORT_TEXT_BYTES
            ? Optional.empty()
            : Optional.of(in.field("idNumber").paddedText(SHORT_TEXT_BYTES));
    return new Driver(name, idNumber, licence, issuer, expiry);
  }

  private static Driver driverOf2011(BodyReader in) {
    String name = CountedText.read(in, "name");
    Optional<String> idNumber = Optional.of(in.field("idNumber").paddedText(SHORT_TEXT_BYTES));
    String licence = in.field("licence").paddedText(LICENCE_BYTES_OF_2011);
    return new Driver(
        name, idNumber, licence, CountedText.read(in, "issuer"), OptionalLong.empty());
  }

  /**
   * No state and time in front, as long as the lengths of 2011 say at least, and text where a state
   * would have its time: digits of a time that is none are no text.
   */
  private static boolean isOf2011(Bytes body) {
    if (body.isEmpty() || startsWithStateAndTime(body)) {
      return false;
    }
    int licenceAt = 1 + body.at(0) + SHORT_TEXT_BYTES;
    int issuerAt = licenceAt + LICENCE_BYTES_OF_2011;
    return body.length() > issuerAt
        && body.length() > issuerAt + body.at(issuerAt)
        && (body.at(0) > CARD_OUT || body.at(0) == 0 || isText(body.slice(1, TIME_BYTES)));
  }

  private static boolean isText(Bytes bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.at(i) > 0 && bytes.at(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWithStateAndTime(Bytes body) {
    BodyReader in = new BodyReader(body);
    int state = in.u8();
    return (state == CARD_IN || state == CARD_OUT)
        && in.remaining() >= TIME_BYTES
        && in.time().instant().isPresent();
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    if (state.isEmpty()) {
      driver.ifPresent(card -> encodeOf2011(out, card));
    } else {
      out.u8(state.getAsInt());
      time.ifPresent(out::time);
      result.ifPresent(out::u8);
      driver.ifPresent(card -> encode(out, card));
    }
    out.bytes(trailing);
  }

  private static void encode(BodyWriter out, Driver driver) {
    CountedText.write(driver.name(), out);
    out.paddedText(driver.licence(), SHORT_TEXT_BYTES);
    CountedText.write(driver.issuer(), out);
    out.u32(driver.expiry().orElse(0));
    driver.idNumber().ifPresent(number -> out.paddedText(number, SHORT_TEXT_BYTES));
  }

  private static void encodeOf2011(BodyWriter out, Driver driver) {
    CountedText.write(driver.name(), out);
    out.paddedText(driver.idNumber().orElse(""), SHORT_TEXT_BYTES);
    out.paddedText(driver.licence(), LICENCE_BYTES_OF_2011);
    CountedText.write(driver.issuer(), out);
  }
}
