package io.qingtu.server.store;

import io.qingtu.route.alert.Alert;
import java.time.Instant;

/**
 * An alert as the store holds it.
 *
 * @param id of the alert, the same for all its revisions
 * @param revision 1 for the first
 * @param createdAt when the first revision was stored
 * @param updatedAt when this revision was stored
 */
public record StoredAlert(
    long id, int revision, Alert alert, Instant createdAt, Instant updatedAt) {}
