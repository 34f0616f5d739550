import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { api, type ExportFormat, type ExportTable, type SheetFormat, type TrackFormat } from '../api/api';
import { useText } from '../i18n/language';
import { useStore } from './hooks';
import { mayExport, useUser } from './user';

export interface Span {
  from: number;
  to: number;
}

const DAY = 86_400_000;
/** As much as the server gives at once, with what is dated a little ahead. */
const LAST = 30 * DAY;

export const TABLE_FORMATS: readonly ExportFormat[] = ['CSV', 'XLSX'];
/** What has a place comes as points, too. */
const PLACED: readonly ExportTable[] = ['alerts', 'cases', 'stays'];
const TRACK_FORMATS: readonly TrackFormat[] = ['CSV', 'XLSX', 'GEOJSON', 'GPX', 'KML', 'GPKG'];

/** A table as a file: of the period that a page shows, or of the last thirty days. */
export function ExportMenu({ table, span, compact }: { table: ExportTable; span?: Span; compact?: boolean }) {
  const store = useStore();
  const user = useUser();
  if (!mayExport(user)) return null;
  return <Formats compact={compact} formats={PLACED.includes(table) ? [...TABLE_FORMATS, 'GPKG'] : TABLE_FORMATS} span={() => span ?? { from: store.now() - LAST, to: store.now() + DAY }} address={(format, { from, to }) => api.exportAddress(table, format, from, to)} />;
}

/** A vehicle's track as a file. */
export function TrackMenu({ plate, span }: { plate: string; span: Span }) {
  const user = useUser();
  if (!mayExport(user)) return null;
  return <Formats formats={TRACK_FORMATS} span={() => span} address={(format, { from, to }) => api.trackFileAddress(plate, format, from, to)} />;
}

const SHEETS: readonly SheetFormat[] = ['CSV', 'XLSX'];

/** The answer to a question as a file. */
export function AnswerMenu({ span, address }: { span: Span; address: (format: SheetFormat, span: Span) => string }) {
  const user = useUser();
  if (!mayExport(user)) return null;
  return <Formats formats={SHEETS} span={() => span} address={address} />;
}

interface Props<F extends string, S> {
  /** The sign without the word. */
  compact?: boolean;
  formats: readonly F[];
  /** What of it is meant, asked for when a format is chosen. */
  span: () => S;
  address: (format: F, span: S) => string;
}

/** The formats of something to choose from; what is chosen is fetched as a file. */
export function Formats<F extends string, S>({ compact, formats, span, address }: Props<F, S>) {
  const t = useText();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: formats.map((format) => ({ key: format, label: t.common.formats[format as TrackFormat] })),
        onClick: ({ key }) => location.assign(address(key as F, span())),
      }}
    >
      <Button icon={<DownloadOutlined />} aria-label={t.common.export} title={t.common.export} data-export={formats.length}>
        {compact ? null : t.common.export}
      </Button>
    </Dropdown>
  );
}
