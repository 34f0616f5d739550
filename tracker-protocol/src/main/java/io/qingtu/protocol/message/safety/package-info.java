/** Evidence of safety alarms (主动安全报警附件): asked for, announced and sent as files. */
package io.qingtu.protocol.message.safety;
