package io.qingtu.server.profile;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads one terminal's sensors over its successive fixes: a state counts once it has lasted for the
 * channel's debounce; until then the one before stands. A sensor that cannot be believed is UNKNOWN
 * at once. Not for concurrent use.
 *
 * <p>A report that is older than one read before (blind-spot data among live reports) is read on
 * its own, without debounce, and does not disturb the stream. A batch of such reports may be given
 * to a reader of its own.
 */
public final class SensorReader {
  private final TerminalProfile profile;
  private final Optional<Debounce<Cover>> cover;
  private final Optional<Debounce<Lift>> lift;
  private final Optional<Debounce<Load>> load;
  private final Optional<Debounce<Switch>> brush;
  private final Optional<Debounce<Switch>> pump;
  private final Carried carried = new Carried();
  private Instant latest = Instant.MIN;

  SensorReader(TerminalProfile profile) {
    this.profile = profile;
    cover = profile.cover().map(Debounce::new);
    lift = profile.lift().map(Debounce::new);
    load = profile.load().map(Debounce::new);
    brush = profile.brush().map(Debounce::new);
    pump = profile.pump().map(Debounce::new);
  }

  /**
   * Keeps transparent data for the reports that follow.
   *
   * @return whether a channel is read from them
   */
  public boolean carry(TransparentData data, Instant received) {
    return carry(new RawField.Transparent(data.type()), data.content(), received);
  }

  /**
   * Keeps a CAN frame for the reports that follow.
   *
   * @param id 29 bits
   * @return whether a channel is read from it
   */
  public boolean carryCan(long id, Bytes data, Instant received) {
    return carry(new RawField.CanFrame(id), data, received);
  }

  private boolean carry(RawField.Carrier carrier, Bytes bytes, Instant received) {
    if (!profile.vocabulary().carries(carrier)) {
      return false;
    }
    carried.put(carrier, bytes, received);
    return true;
  }

  /**
   * @param fixTime of the report
   */
  public Sensors read(LocationReport report, Instant fixTime) {
    Reading reading = new Reading(report, carried, fixTime);
    if (fixTime.isBefore(latest)) {
      return profile.read(reading);
    }
    latest = fixTime;
    return new Sensors(
        cover.isPresent() ? cover.get().read(reading) : Cover.UNKNOWN,
        lift.isPresent() ? lift.get().read(reading) : Lift.UNKNOWN,
        load.isPresent() ? load.get().read(reading) : Load.UNKNOWN,
        profile.weight().isPresent() ? profile.weight().get().read(reading) : Double.NaN,
        brush.isPresent() ? brush.get().read(reading) : Switch.UNKNOWN,
        pump.isPresent() ? pump.get().read(reading) : Switch.UNKNOWN);
  }

  private static final class Debounce<S extends Enum<S>> {
    private final StateChannel<S> channel;
    private S state;
    private S candidate;
    private Instant since = Instant.MIN;

    private Debounce(StateChannel<S> channel) {
      this.channel = channel;
      state = channel.unknown();
      candidate = channel.unknown();
    }

    private S read(Reading reading) {
      Instant at = reading.at();
      S seen = channel.read(reading);
      if (seen != candidate) {
        candidate = seen;
        since = at;
      }
      if (candidate != state
          && (candidate == channel.unknown() || !at.isBefore(since.plus(channel.debounce())))) {
        state = candidate;
      }
      return state;
    }
  }
}
