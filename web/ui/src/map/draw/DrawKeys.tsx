import { useEffect } from 'react';
import '../../style/draw.css';
import { useMap } from '../CityMap';
import { add, move, redo, remove, undo, type Drawing } from './drawing';

interface Props {
  drawing: Drawing;
  chosen: number | null;
  onChoose: (index: number | null) => void;
  onChange: (drawing: Drawing) => void;
}

const STEP_PX = 8;
const ARROWS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Drawing without a mouse, while the map has the focus: the arrows move the map under the cross or, with Alt, the chosen
 * corner; Enter puts a corner under the cross, N goes to the next corner, Delete takes the chosen one out, Ctrl+Z takes back.
 */
export function DrawKeys({ drawing, chosen, onChoose, onChange }: Props) {
  const map = useMap();
  useEffect(() => {
    const canvas = map.getCanvas();
    const press = (event: KeyboardEvent) => {
      const next = answer(event);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (next !== drawing) onChange(next);
    };
    const answer = (event: KeyboardEvent): Drawing | null => {
      const { key } = event;
      if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') return event.shiftKey ? redo(drawing) : undo(drawing);
      if (key === 'Enter') {
        const { lng, lat } = map.getCenter();
        return add(drawing, [lng, lat]);
      }
      if (key.toLowerCase() === 'n' && drawing.points.length > 0) {
        onChoose(chosen === null ? 0 : (chosen + 1) % drawing.points.length);
        return drawing;
      }
      if ((key === 'Delete' || key === 'Backspace') && drawing.points.length > 0) {
        onChoose(null);
        return remove(drawing, chosen ?? drawing.points.length - 1);
      }
      const arrow = ARROWS[key];
      if (event.altKey && arrow && chosen !== null && drawing.points[chosen]) {
        const from = map.project([...drawing.points[chosen]] as [number, number]);
        const { lng, lat } = map.unproject([from.x + arrow[0] * STEP_PX, from.y + arrow[1] * STEP_PX]);
        return move(drawing, chosen, [lng, lat]);
      }
      return null;
    };
    canvas.addEventListener('keydown', press, true);
    return () => canvas.removeEventListener('keydown', press, true);
  }, [map, drawing, chosen, onChoose, onChange]);
  return <i className="draw-cross" aria-hidden="true" />;
}
