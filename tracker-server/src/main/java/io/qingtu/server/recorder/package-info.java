/** What driving recorders say about their vehicles, and how much of it is believed. */
package io.qingtu.server.recorder;
