/**
 * Tells other systems what happens: events that the database has filed beside what happened become
 * messages, and each message is sent, signed, until it is taken or too old.
 */
package io.qingtu.web.webhook;
