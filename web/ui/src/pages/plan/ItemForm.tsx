import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { ApiError, api } from '../../api/api';
import type { PlanItem } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { useText } from '../../i18n/language';
import { crossesItself, drawingOf, geometryOf, type Drawing } from '../../map/draw/drawing';
import { onTopOf, type Draft } from './drafts';
import { Field } from './Field';
import { COLUMNS, isFixed, isTask, isZone, pendingFrom, shapeOf } from './items';
import { refusal } from './refusals';
import type { Spot } from './PointPick';
import { ShapeEditor, type ShapeTools } from './ShapeEditor';
import type { Plan } from './usePlan';
import { shownText } from './words';

interface Props {
  draft: Draft;
  plan: Plan;
  drawing: Drawing | null;
  tools: ShapeTools;
  /** With what was filed; null where it was given up. */
  /** Where the map was clicked for what has a place and no shape. */
  spot: Spot | null;
  onSpot: (spot: Spot) => void;
  onDone: (made: PlanItem | null) => void;
}

/** Whether columns tell a place, to the digits that are written. */
const isAt = ({ lon, lat }: Record<string, string>, spot: Spot): boolean => Math.abs(Number(lon || NaN) - spot.lon) < 1e-7 && Math.abs(Number(lat || NaN) - spot.lat) < 1e-7;

/** Makes or changes a thing of the plan; its shape is drawn on the map beside it. */
export function ItemForm({ draft, plan, drawing, tools, spot, onSpot, onDone }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const store = useStore();
  const { layer } = draft;
  const [item, setItem] = useState(draft.item);
  const [columns, setColumns] = useState(draft.columns);
  const [reason, setReason] = useState('');
  const [correction, setCorrection] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [stale, setStale] = useState(false);
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const geometry = drawing ? geometryOf(drawing) : (item?.geometry ?? null);
  const undrawn = shapeOf(layer) !== null && (geometry === null || (drawing !== null && crossesItself(drawing)));
  const redrawable = layer === 'routes' || (layer === 'places' && isZone(columns.kind ?? ''));
  useEffect(() => {
    if (spot) setColumns((old) => (isAt(old, spot) ? old : { ...old, lon: spot.lon.toFixed(7), lat: spot.lat.toFixed(7) }));
  }, [spot]);
  useEffect(() => {
    const [lon, lat] = [Number(columns.lon || NaN), Number(columns.lat || NaN)];
    if (layer === 'collection_points' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && !(spot && isAt(columns, spot))) onSpot({ lon, lat });
    // a click changes the columns first
  }, [layer, columns.lon, columns.lat]);
  const save = async () => {
    setBusy(true);
    setProblem('');
    setStale(false);
    const edit = { columns, geometry, reason, correction };
    try {
      const made = item ? await api.changePlanItem(layer, item.id, { ...edit, version: item.version }) : await api.createPlanItem(layer, edit);
      void message.success(pendingFrom(made, store.now()) ? t.plan.savedTask : t.plan.saved);
      onDone(made);
    } catch (error) {
      setProblem(refusal(error as Error, t));
      setStale(error instanceof ApiError && error.code === 'stale');
      setBusy(false);
    }
  };
  const takeLatest = async () => {
    const latest = item && (await api.plan(layer)).items.find(({ id }) => id === item.id);
    if (!latest) return;
    const merged = onTopOf(latest, item, columns);
    setColumns(merged.columns);
    setTheirs(merged.theirs);
    const shape = drawing?.past.length === 0 ? drawingOf(latest.geometry) : null;
    if (shape) tools.onDrawing(shape);
    setItem(latest);
    setProblem('');
  };
  return (
    <form
      className="plan-form"
      data-plan-form={layer}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>
        {item ? t.plan.edit : t.plan.create} · {t.plan.one[layer]}
      </h3>
      {COLUMNS[layer].map((name) => (
        <Field key={name} layer={layer} name={name} value={columns[name] ?? ''} fixed={item !== null && isFixed(layer, name)} columns={columns} plan={plan} onChange={(text) => setColumns((old) => ({ ...old, [name]: text }))} />
      ))}
      {draft.fixedShape && <Alert type="info" showIcon title={t.plan.manyParts} />}
      {isTask(layer) && <Alert type="info" showIcon title={item ? t.plan.taskHint : t.plan.newTaskHint} />}
      {layer === 'collection_points' && <small className="dim">{t.plan.pickHint}</small>}
      {drawing && <ShapeEditor drawing={drawing} {...tools} />}
      <label className="plan-field">
        <span>{t.plan.reason}</span>
        <Input value={reason} maxLength={500} placeholder={t.plan.reasonHint} onChange={({ target }) => setReason(target.value)} data-field="reason" />
      </label>
      {item && redrawable && (
        <p>
          <Checkbox checked={correction} onChange={({ target }) => setCorrection(target.checked)}>
            {t.plan.correction}
          </Checkbox>
          <small className="dim">{t.plan.correctionHint}</small>
        </p>
      )}
      {problem && (
        <Alert
          type="error"
          showIcon
          title={problem}
          data-problem
          action={
            stale && (
              <Button size="small" onClick={() => void takeLatest()} data-action="latest">
                {t.plan.takeLatest}
              </Button>
            )
          }
        />
      )}
      {item !== draft.item && !problem && (
        <Alert type="info" showIcon data-theirs={theirs.length} title={t.plan.theirs(theirs.map((name) => `${(t.plan.field as Record<string, string>)[name] ?? name} “${shownText(name, item?.columns[name] ?? '', plan, t)}”`).join('、'))} />
      )}
      <p className="plan-actions">
        <Button type="primary" htmlType="submit" loading={busy} disabled={undrawn || reason.trim().length < 2} data-action="save">
          {t.plan.save}
        </Button>
        <Button onClick={() => onDone(null)}>{t.common.cancel}</Button>
      </p>
    </form>
  );
}
