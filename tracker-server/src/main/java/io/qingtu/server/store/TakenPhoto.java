package io.qingtu.server.store;

import io.qingtu.route.casework.Scene;
import java.time.Instant;

/**
 * A photo that a person has taken, before it is filed; its bytes come beside it.
 *
 * @param userId of who files it
 * @param clientId the sender's own name of it: the same again is the same photo
 * @param format ending of a file name, as {@code jpg}
 * @param takenAt by the camera's clock
 * @param taken where the camera was
 */
public record TakenPhoto(
    int userId, String clientId, String format, Instant takenAt, Scene taken) {}
