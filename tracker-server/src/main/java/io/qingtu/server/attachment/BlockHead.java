package io.qingtu.server.attachment;

/**
 * Head of a block of data (码流数据): its bytes follow.
 *
 * @param name of the file, at most 50 bytes
 * @param offset in the file
 * @param length of the block
 */
record BlockHead(String name, long offset, long length) {}
