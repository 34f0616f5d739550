/** Points (记分) for confirmed violations: a ledger to which lines are only added. */
package io.qingtu.route.scoring;
