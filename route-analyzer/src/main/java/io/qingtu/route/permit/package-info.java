/** What is judged of permits and routes themselves, whatever anybody drives. */
package io.qingtu.route.permit;
