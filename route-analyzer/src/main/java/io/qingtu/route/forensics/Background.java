package io.qingtu.route.forensics;

import io.qingtu.route.track.Load;
import java.util.Optional;

/**
 * What the files know of a vehicle at the moment of its passage.
 *
 * @param load LOADED while a trip of it was under way or its sensor said so; UNKNOWN where nothing
 *     tells
 * @param dirtyWheels what the gate camera of the site saw when it left last; empty where none did
 * @param confirmedUncovered alarms of uncovered loads that people have confirmed against it
 */
public record Background(Load load, Optional<Boolean> dirtyWheels, int confirmedUncovered) {
  public static final Background UNKNOWN = new Background(Load.UNKNOWN, Optional.empty(), 0);
}
