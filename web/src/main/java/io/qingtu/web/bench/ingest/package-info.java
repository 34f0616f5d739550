/** {@code bench ingest}: our server and the floor, each in a process of its own. */
package io.qingtu.web.bench.ingest;
