package io.qingtu.protocol.frame;

/**
 * Place of a sub-package (分包) in its message.
 *
 * @param total sub-packages of the message, 1–65535
 * @param index this one, 1–{@code total}
 */
public record Part(int total, int index) {}
