import { DeleteOutlined, EditOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { useText } from '../../i18n/language';
import { clear, crossesItself, isWhole, move, redo, remove, undo, type Drawing, type Point } from '../../map/draw/drawing';
import { areaOf, areaText, lengthOf, metresText } from '../../map/draw/measure';

export interface ShapeTools {
  adding: boolean;
  onAdding: (adding: boolean) => void;
  corner: number | null;
  onCorner: (index: number | null) => void;
  onDrawing: (drawing: Drawing) => void;
}

const MOST_LISTED = 200;

/** What is being drawn on the map, in figures: it can be typed as well. */
export function ShapeEditor({ drawing, adding, onAdding, corner, onCorner, onDrawing }: ShapeTools & { drawing: Drawing }) {
  const t = useText();
  const { kind, points } = drawing;
  return (
    <fieldset className="plan-shape" data-points={points.length}>
      <legend>{t.plan.shape}</legend>
      <p className="plan-actions">
        <Button size="small" type={adding ? 'primary' : 'default'} ghost={adding} icon={<EditOutlined />} aria-pressed={adding} onClick={() => onAdding(!adding)} data-action="draw">
          {adding ? t.plan.drawing : t.plan.draw}
        </Button>
        <Button size="small" icon={<UndoOutlined />} disabled={drawing.past.length === 0} onClick={() => onDrawing(undo(drawing))} aria-label={t.plan.undo} title={t.plan.undo} data-action="undo" />
        <Button size="small" icon={<RedoOutlined />} disabled={drawing.future.length === 0} onClick={() => onDrawing(redo(drawing))} aria-label={t.plan.redo} title={t.plan.redo} />
        <Button size="small" icon={<DeleteOutlined />} disabled={points.length === 0} onClick={() => onDrawing(clear(drawing))} aria-label={t.plan.clear} title={t.plan.clear} />
      </p>
      <p className="number" data-measure>
        {!isWhole(drawing) ? (
          <span className="dim">{t.plan.noShape}</span>
        ) : kind === 'Polygon' ? (
          `${t.plan.area(areaText(areaOf(points)))} · ${t.plan.perimeter(metresText(lengthOf(drawing)))}`
        ) : (
          t.plan.length(metresText(lengthOf(drawing)))
        )}
      </p>
      {crossesItself(drawing) && <p className="bad">{t.plan.crosses}</p>}
      <small className="dim">{t.plan.keys}</small>
      <details>
        <summary>
          {t.plan.points} <span className="number">({points.length})</span>
        </summary>
        <ol className="plan-points">
          {points.slice(0, MOST_LISTED).map((point, index) => (
            <li key={index} className={index === corner ? 'on' : ''} onFocus={() => onCorner(index)}>
              {([t.plan.lng, t.plan.lat] as const).map((label, axis) => (
                <InputNumber
                  key={label}
                  size="small"
                  controls={false}
                  step={0.0001}
                  aria-label={`${t.plan.point(index + 1)} ${label}`}
                  value={Number(point[axis].toFixed(7))}
                  onChange={(value) => value !== null && onDrawing(move(drawing, index, at(point, axis, value)))}
                />
              ))}
              <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t.plan.removePoint(index + 1)} onClick={() => onDrawing(remove(drawing, index))} />
            </li>
          ))}
        </ol>
      </details>
    </fieldset>
  );
}

const at = ([lng, lat]: Point, axis: number, value: number): Point => (axis === 0 ? [value, lat] : [lng, value]);
