import { Alert, App, Checkbox, Input, Modal, Radio, Segmented, Spin, Table, Tag } from 'antd';
import { useState } from 'react';
import { ApiError, api } from '../../api/api';
import type { Datum, Fate, PlanLayer, PreviewRow } from '../../api/planTypes';
import { FilePick } from '../../common/FilePick';
import { useRequest } from '../../common/hooks';
import { useText } from '../../i18n/language';
import { COLUMNS, isPlaced, shapeOf } from './items';
import { reasonIn, refusal } from './refusals';

const DATUMS: readonly Datum[] = ['WGS84', 'GCJ02', 'BD09'];
const FATES: readonly Fate[] = ['REFUSED', 'NEW', 'CHANGED', 'SAME'];
const COLOURS: Record<Fate, string> = { NEW: 'green', CHANGED: 'blue', SAME: 'default', REFUSED: 'red' };
const ACCEPTED = '.geojson,.json,.kml,.kmz,.csv,.xlsx,.gpkg,.zip';

interface Props {
  layer: PlanLayer;
  onClose: (done: boolean) => void;
}

/** A file of a layer of the plan: its coordinate system is asked, each row is shown before anything is filed. */
export function ImportDialog({ layer, onClose }: Props) {
  const t = useText();
  const words = t.plan.importing;
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<Datum | null>(isPlaced(layer) ? null : 'WGS84');
  const [reason, setReason] = useState('');
  const [skip, setSkip] = useState(false);
  const [correction, setCorrection] = useState(false);
  const [busy, setBusy] = useState(false);
  const preview = useRequest(() => (file && chosen ? api.previewImport(layer, chosen, file) : null), [file, chosen]);
  const counts = preview.data?.counts;
  const taken = counts ? counts.NEW + counts.CHANGED : 0;
  const refused = counts?.REFUSED ?? 0;
  const ready = taken > 0 && (refused === 0 || skip) && reason.trim().length >= 2 && !preview.loading;
  const apply = async () => {
    if (!file || !chosen || !preview.data) return;
    setBusy(true);
    try {
      const yes = (on: boolean) => (on ? 'YES' : 'NO');
      await api.applyImport(layer, chosen, file, { digest: preview.data.digest, reason, correction: yes(correction), skipRefused: yes(skip) });
      void message.success(words.done(taken));
      onClose(true);
    } catch (error) {
      const stale = error instanceof ApiError && error.code === 'stale';
      void message.error(stale ? words.stale : refusal(error as Error, t));
      if (stale) preview.reload();
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={860}
      title={words.title(t.plan.layers[layer])}
      okText={words.apply(taken)}
      okButtonProps={{ disabled: !ready }}
      cancelText={t.common.cancel}
      confirmLoading={busy}
      onOk={() => void apply()}
      onCancel={() => onClose(false)}
    >
      <div className="plan-import" data-import={preview.data ? 'shown' : 'waiting'}>
        <FilePick accept={ACCEPTED} file={file} onFile={setFile} />
        <small className="dim">
          {words.formats}
          <br />
          {words.columns(COLUMNS[layer].join(', '))}
        </small>
        {isPlaced(layer) && (
          <div className="plan-field">
            <span>{words.datum}</span>
            <Radio.Group value={chosen} onChange={({ target }) => setChosen(target.value as Datum)} options={DATUMS.map((value) => ({ value, label: words.datums[value] }))} />
          </div>
        )}
        {file && !chosen && <Alert type="info" showIcon title={words.askDatum} />}
        {file && chosen && preview.loading && <Spin description={words.reading} />}
        {preview.error && <Alert type="error" showIcon title={reasonIn(preview.error.message, t)} data-import-problem />}
        {preview.data && <PreviewTable rows={preview.data.rows} counts={preview.data.counts} />}
        {preview.data && taken === 0 && <Alert type="warning" showIcon title={words.nothing} />}
        {taken > 0 && (
          <>
            {refused > 0 && (
              <Checkbox checked={skip} onChange={({ target }) => setSkip(target.checked)} data-import-skip>
                {words.skip(refused)}
              </Checkbox>
            )}
            {shapeOf(layer) !== null && (
              <Checkbox checked={correction} onChange={({ target }) => setCorrection(target.checked)}>
                {t.plan.correction}
              </Checkbox>
            )}
            <Input maxLength={500} placeholder={t.plan.needReason} aria-label={t.plan.reason} value={reason} onChange={({ target }) => setReason(target.value)} data-import-reason />
          </>
        )}
      </div>
    </Modal>
  );
}

function PreviewTable({ rows, counts }: { rows: readonly PreviewRow[]; counts: Record<Fate, number> }) {
  const t = useText();
  const words = t.plan.importing;
  const [fate, setFate] = useState<Fate | 'ALL'>(counts.REFUSED > 0 ? 'REFUSED' : 'ALL');
  const shown = rows.filter((row) => fate === 'ALL' || row.fate === fate);
  const place = (where: string): string => {
    const [kind, number] = where.split(' ');
    return (words.whole as Record<string, string>)[kind]?.replace('$1', number ?? '') ?? where;
  };
  const detail = ({ fate: of, reason, changed }: PreviewRow): string =>
    of === 'REFUSED' ? reasonIn(reason, t) : changed.map((name) => (name === 'geometry' ? t.plan.shape : (t.plan.field as Record<string, string>)[name])).join('、');
  return (
    <>
      <Segmented<Fate | 'ALL'>
        value={fate}
        onChange={setFate}
        options={[{ value: 'ALL' as const, label: `${t.common.all} ${rows.length}` }, ...FATES.map((value) => ({ value, label: `${words.fate[value]} ${counts[value]}` }))]}
      />
      <Table<PreviewRow>
        size="small"
        rowKey="where"
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ y: 260 }}
        columns={[
          { title: words.where, width: 120, render: (_, { where }) => place(where) },
          { title: words.id, width: 150, dataIndex: 'id', ellipsis: true },
          { title: words.result, width: 84, render: (_, row) => <Tag color={COLOURS[row.fate]}>{words.fate[row.fate]}</Tag> },
          { title: words.detail, render: (_, row) => <span className={row.fate === 'REFUSED' ? 'bad' : 'dim'}>{detail(row)}</span> },
        ]}
      />
    </>
  );
}
