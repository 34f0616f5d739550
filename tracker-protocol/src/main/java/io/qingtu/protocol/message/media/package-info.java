/** Pictures, sound and video: taking, storing, searching and sending them. */
package io.qingtu.protocol.message.media;
