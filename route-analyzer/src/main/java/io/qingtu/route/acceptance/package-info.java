/**
 * 装机验收: whether a terminal and its sensors do what they are fitted for, by what they really send. A
 * {@link io.qingtu.route.acceptance.LiveTest} takes the fixes that came since the test began; each
 * point of it turns green by them alone.
 */
package io.qingtu.route.acceptance;
