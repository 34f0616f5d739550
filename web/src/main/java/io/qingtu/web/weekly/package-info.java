/** The weekly report's runs: frozen when they are due, checked, signed by two persons. */
package io.qingtu.web.weekly;
