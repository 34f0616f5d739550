/**
 * Questions asked afterwards: something lies on a road, who was it? The answers are lists for
 * people, ranked and with their reasons; none of them is an alert.
 */
package io.qingtu.route.forensics;
