package io.qingtu.server.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.ingest.LocationIntake;
import io.qingtu.server.store.TerminalRegister;
import io.qingtu.server.traits.TraitRegister;
import java.time.Clock;
import java.util.List;

/**
 * What all sessions share.
 *
 * @param receivers asked in this order for what is no position
 * @param registrar where a session may wait for the database
 */
public record SessionServices(
    TerminalRegister register,
    TraitRegister traits,
    SessionRegistry sessions,
    LocationIntake intake,
    List<Receiver> receivers,
    Registrar registrar,
    Clock clock,
    MeterRegistry meters) {}
