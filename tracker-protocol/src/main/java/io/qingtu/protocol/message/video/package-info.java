/** Signalling of JT/T 1078-2016: what is said about sound and picture; the streams go elsewhere. */
package io.qingtu.protocol.message.video;
