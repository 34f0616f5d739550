import type { Live } from '../../api/types';
import { StateMark } from '../../common/Marks';
import { useText } from '../../i18n/language';

interface Props {
  vehicles: readonly Live[];
  /** The vehicle that is dragged, or null when it was let go. */
  onDrag: (vehicle: Live | null) => void;
}

/** The vehicles that can be sent somewhere; each is dragged to a road of the table or of the map. By the keyboard they are sent from the road's own list. */
export function Callable({ vehicles, onDrag }: Props) {
  const t = useText();
  return (
    <div className="callable">
      <span className="dim">{t.sweeping.callable}</span>
      <ul>
        {vehicles.map((vehicle) => (
          <li
            key={vehicle.plate}
            draggable
            title={t.sweeping.drag}
            data-drag-vehicle={vehicle.plate}
            onDragStart={({ dataTransfer }) => {
              dataTransfer.setData('text/plain', vehicle.plate);
              dataTransfer.effectAllowed = 'link';
              onDrag(vehicle);
            }}
            onDragEnd={() => onDrag(null)}
          >
            {vehicle.plate} <StateMark state={vehicle.state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
