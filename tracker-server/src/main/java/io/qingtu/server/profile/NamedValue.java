package io.qingtu.server.profile;

/**
 * A value in a vendor's data, with its name.
 *
 * @param unit empty where there is none
 * @param offset of its first byte in the data
 * @param value a Long, a Double where the profile scales it, or a String
 */
public record NamedValue(String name, String unit, int offset, int length, Object value) {}
