/**
 * What terminals are and what they send that we do not understand: gathered in memory while they
 * send, filed now and then. From what a terminal says of itself follows its profile.
 */
package io.qingtu.server.traits;
