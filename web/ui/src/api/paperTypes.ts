/** What the server sends of electronic waybills. */
export interface Waybill {
  id: string;
  plate: string;
  siteId: string;
  siteName: string;
  disposalId: string;
  disposalName: string;
  /** Null while it has not left the site. */
  scanOut: string | null;
  /** Null while the ground has not accepted it. */
  scanIn: string | null;
  quantityT: number | null;
  /** What was wrong, as it was noted last; empty where nothing. */
  exception: string;
}

export interface Papers {
  /** The reader's own place. */
  placeId: string;
  waybills: Waybill[];
}

export type ScanKind = 'OUT' | 'IN' | 'EXCEPTION';
