/**
 * Brings issued reports to their recipients by mail: what is to be sent is on file since the report
 * was issued, and is sent until the mail server takes it, refuses it for good or it is too old.
 */
package io.qingtu.web.mail;
