export const CHECK_POINTS = ['FIX', 'ACC', 'COVER', 'LIFT', 'LOAD', 'WEIGHT', 'BRUSH', 'PUMP', 'POWER', 'ANTENNA', 'DRIVE'] as const;
export type CheckPoint = (typeof CHECK_POINTS)[number];
export type PhotoKind = 'PLATE' | 'UNIT' | 'ANTENNA' | 'COVER' | 'LIFT' | 'LOAD' | 'WEIGHT' | 'BRUSH' | 'PUMP' | 'SEAL';
/** 新装, 换机, 复检. */
export type InstallationReason = 'FIRST' | 'SWAP' | 'RETEST';
export type InstallationState = 'ORDERED' | 'TESTING' | 'IN_USE' | 'CANCELLED';

export interface Installation {
  id: string;
  plate: string;
  company: string;
  sensors: string[];
  /** Empty of an order from before it was asked for. */
  vin: string;
  /** By which the terminal has asked to be registered; empty where by a plate. */
  registeredVin: string;
  phone: string;
  iccid: string;
  reason: InstallationReason;
  by: string;
  orderedAt: string;
  state: InstallationState;
  testedFrom: string | null;
  endedAt: string | null;
  /** Accepted, and no later one of the vehicle is. */
  current: boolean;
}

/** A point of the live test; measured is satellites, seconds, or the share of an error. */
export interface TestPoint {
  point: CheckPoint;
  passed: boolean;
  seen: { what: string; at: string }[];
  missing: string[];
  measured: number | null;
}

export interface Calibration {
  payloadT: number;
  emptyT: number;
  loadedT: number;
  /** Share of the payload. */
  error: number;
  scale: number | null;
}

export interface InstallationPhoto {
  id: string;
  kind: PhotoKind;
  by: string;
  takenAt: string;
  lon: number;
  lat: number;
  url: string;
}

export interface InstallationStep {
  move: 'TEST' | 'WEIGH' | 'ACCEPT' | 'CANCEL';
  by: string;
  at: string;
  detail: { loaded?: boolean; slip?: string; grossT?: number; seal?: string; companySigner?: string; installerSigner?: string; reason?: string };
}

export interface InstallationDetail {
  installation: Installation;
  time: string;
  mayInstall: boolean;
  points: TestPoint[];
  calibration: Calibration | null;
  photosNeeded: PhotoKind[];
  photos: InstallationPhoto[];
  steps: InstallationStep[];
  /** As TEST_COVER, PHOTO_SEAL. */
  missing: string[];
}

export type InstallationOrder = Pick<Installation, 'plate' | 'vin' | 'phone' | 'iccid' | 'reason'>;
export type WeighSlip = { loaded: boolean; slip: string; grossT: number };
export type Signatures = { seal: string; companySigner: string; installerSigner: string };
