/**
 * Tells by what is driven whether a layer of the plan or a terminal has another datum than WGS-84
 * (C12), before it raises thousands of false deviations.
 */
package io.qingtu.route.datum;
