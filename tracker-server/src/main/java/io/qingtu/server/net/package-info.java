/**
 * The terminals' port. Bytes become frames here and replies become bytes; nothing in this package
 * waits for the database.
 */
package io.qingtu.server.net;
