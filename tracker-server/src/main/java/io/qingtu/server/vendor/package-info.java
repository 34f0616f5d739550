/** What vendors send beside the standard, and a profile gives a meaning. */
package io.qingtu.server.vendor;
