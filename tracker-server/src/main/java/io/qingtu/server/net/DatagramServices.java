package io.qingtu.server.net;

import io.qingtu.server.session.SessionServices;

/** What all terminals over UDP share with those over TCP. */
record DatagramServices(
    GatewayConfig config, SessionServices sessions, Transfers transfers, GatewayMeters meters) {}
