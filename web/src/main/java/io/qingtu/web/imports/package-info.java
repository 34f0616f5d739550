/**
 * Files of places, routes and permits that somebody brings in: read, held against the plan, shown.
 */
package io.qingtu.web.imports;
