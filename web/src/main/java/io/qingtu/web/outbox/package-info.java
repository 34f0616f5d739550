/**
 * What everything has in common that is sent until it is taken: when again, and by which thread.
 */
package io.qingtu.web.outbox;
