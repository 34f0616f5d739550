/**
 * What the tracks need once a day: old chunks go into the columnstore where the server has one,
 * and, where the bureau wants it, what is older than its term goes, after its evidence was kept.
 */
package io.qingtu.server.upkeep;
