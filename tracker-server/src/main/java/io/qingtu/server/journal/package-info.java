/**
 * A queue of bytes on the disk for the time in which the database takes nothing. It knows nothing
 * of what the bytes mean.
 */
package io.qingtu.server.journal;
