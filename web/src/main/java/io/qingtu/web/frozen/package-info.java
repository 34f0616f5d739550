/** The reports' runs: frozen when they are due or asked for, checked, signed by two persons. */
package io.qingtu.web.frozen;
