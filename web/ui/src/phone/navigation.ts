const DIGITS = 6;

/** Opens whatever navigates on the phone; its coordinates are WGS-84 by RFC 5870. */
export function geoLink(lon: number, lat: number, name: string): string {
  const place = `${lat.toFixed(DIGITS)},${lon.toFixed(DIGITS)}`;
  return `geo:${place}?q=${place}(${encodeURIComponent(name)})`;
}

/** Opens 高德地图, which takes GCJ-02 and calls it "gaode". */
export function amapLink(gcj02: { lon: number; lat: number }, name: string): string {
  const to = `${gcj02.lon.toFixed(DIGITS)},${gcj02.lat.toFixed(DIGITS)},${name}`;
  return `https://uri.amap.com/navigation?${new URLSearchParams({ to, mode: 'car', coordinate: 'gaode', callnative: '1' })}`;
}

const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two places some kilometres apart. */
export function metresBetween(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const east = rad(b.lon - a.lon) * Math.cos(rad((a.lat + b.lat) / 2));
  return Math.hypot(east, rad(b.lat - a.lat)) * 6_371_009;
}
