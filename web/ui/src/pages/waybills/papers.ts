import type { ScanKind, Waybill } from '../../api/paperTypes';

/** What a place scans next of a waybill; null where it has done its part. */
export function nextScan({ siteId, disposalId, scanOut, scanIn }: Pick<Waybill, 'siteId' | 'disposalId' | 'scanOut' | 'scanIn'>, placeId: string): ScanKind | null {
  if (siteId === placeId && scanOut === null) return 'OUT';
  if (disposalId === placeId && scanIn === null) return 'IN';
  return null;
}

/** The number in a code: the code itself, or the last part of an address that it leads to. */
export function numberIn(code: string): string {
  const text = code.trim();
  if (!/^https?:\/\//.test(text)) return text;
  const { pathname, searchParams } = new URL(text);
  return searchParams.get('id') ?? decodeURIComponent(pathname.split('/').filter(Boolean).pop() ?? '');
}
