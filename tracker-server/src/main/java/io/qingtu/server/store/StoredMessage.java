package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;

/**
 * A message on file, to be decoded when somebody looks at it.
 *
 * @param version name of the layout that it is written in, as {@code V2013}
 */
public record StoredMessage(int messageId, String version, Bytes body) {}
