/** Messages for the driver: texts, events, questions, information, telephone (信息类、电话类). */
package io.qingtu.protocol.message.text;
