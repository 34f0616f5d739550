/**
 * What the system does with cases by itself: it calls for those that take too long and closes those
 * that it has seen to be in order.
 */
package io.qingtu.server.casework;
