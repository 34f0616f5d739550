/**
 * The attachment server (附件服务器): terminals send the files of their safety alarms over a link of its
 * own, on which frames of JT/T 808 and blocks of data take turns (T/JSATL 12-2017).
 */
package io.qingtu.server.attachment;
