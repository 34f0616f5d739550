/**
 * What terminals send beside positions, kept before it is answered: pictures, sound and clips as
 * media, every other message as it came.
 */
package io.qingtu.server.archive;
