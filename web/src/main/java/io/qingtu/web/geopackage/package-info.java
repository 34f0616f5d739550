/** GeoPackage (OGC 12-128): SQLite files with tables of features, written and read. */
package io.qingtu.web.geopackage;
