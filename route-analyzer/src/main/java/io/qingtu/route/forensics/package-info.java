/**
 * Questions asked afterwards: who dirtied a road, where did a load go that nobody saw, who else
 * stood where something was dumped, where do dumps come together? The answers are lists for people,
 * ranked and with their reasons; none of them is an alert.
 */
package io.qingtu.route.forensics;
