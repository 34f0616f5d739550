/** {@code bench store}: the write path into the table of positions, and the room that they take. */
package io.qingtu.web.bench.store;
