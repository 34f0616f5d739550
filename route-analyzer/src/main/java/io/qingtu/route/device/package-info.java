/** Which devices need somebody to look after them (设备运维). */
package io.qingtu.route.device;
