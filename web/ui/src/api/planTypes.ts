import type { Geometry } from 'geojson';

/** What is asked for day by day: which roads are cleaned and which points are collected, when and by whom. */
export type TaskLayer = 'requirements' | 'collection_points';
export type PlanLayer = 'permits' | 'routes' | 'places' | TaskLayer;
export type PlanOrigin = 'FILE' | 'PAGE' | 'IMPORT';

/** A thing of the plan: texts by the names of its file's columns. */
export interface PlanItem {
  id: string;
  version: number;
  origin: PlanOrigin;
  columns: Record<string, string>;
  geometry: Geometry | null;
  since: string | null;
  until: string | null;
  counted: boolean;
  recordedAt: string | null;
  by: string;
  reason: string;
}

export type ConflictKind =
  | 'EXPIRED'
  | 'NO_ROUTE'
  | 'ROUTE_UNKNOWN'
  | 'ROUTE_ENDED'
  | 'ROUTE_OFF_ROAD'
  | 'ROUTE_MISSES'
  | 'SITE_UNKNOWN'
  | 'SITE_CLOSED'
  | 'GROUND_UNKNOWN'
  | 'GROUND_CLOSED'
  | 'OVERLAP'
  | 'ENTERED_LATE';

export interface PlanConflict {
  kind: ConflictKind;
  permitId: string;
  plate: string;
  objectId: string;
  measured: number | null;
}

export interface PlanEdit {
  columns: Record<string, string>;
  geometry: Geometry | null;
  reason: string;
  correction: boolean;
  version?: number;
}

export type Datum = 'WGS84' | 'GCJ02' | 'BD09';
export type Fate = 'NEW' | 'CHANGED' | 'SAME' | 'REFUSED';
export type PlanFormat = 'GEOJSON' | 'KML' | 'CSV' | 'XLSX' | 'GPKG' | 'SHAPEFILE';

export interface PreviewRow {
  where: string;
  id: string;
  fate: Fate;
  reason: string;
  changed: string[];
}

/** What would become of a file, row by row. */
export interface ImportPreview {
  format: PlanFormat;
  digest: string;
  counts: Record<Fate, number>;
  rows: PreviewRow[];
}

export interface ImportWish {
  digest: string;
  reason: string;
  correction: 'YES' | 'NO';
  skipRefused: 'YES' | 'NO';
}
