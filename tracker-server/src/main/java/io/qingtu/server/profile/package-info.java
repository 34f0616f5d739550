/**
 * Terminal profiles: which bits and bytes of a terminal model mean which state of the body. JT/T
 * 808 leaves cover, lift and work sensors to the vendors, who agree on neither place nor polarity,
 * so the mapping is data.
 *
 * <p>A profile is a YAML file with a {@code name} and channels {@code cover}, {@code lift}, {@code
 * load}, {@code brush}, {@code pump} and {@code weight}. What a channel cannot read is UNKNOWN,
 * never a state. It also says which terminals it is for ({@code match}), what the vendor's own
 * items and messages are called, and what a terminal does wrong that is let pass ({@code healing}).
 */
package io.qingtu.server.profile;
