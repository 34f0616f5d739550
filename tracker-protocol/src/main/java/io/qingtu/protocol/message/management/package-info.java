/** Messages that set up, query, control and upgrade terminals (终端管理类). */
package io.qingtu.protocol.message.management;
