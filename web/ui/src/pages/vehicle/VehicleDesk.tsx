import { Segmented } from 'antd';
import { CommandBar } from '../../commands/CommandBar';
import { CommandList } from '../../commands/CommandList';
import { useCommands } from '../../commands/useCommands';
import { go, useRoute } from '../../common/route';
import { useText } from '../../i18n/language';
import { DeviceEvents } from './DeviceEvents';
import { PermitList } from './PermitList';

const PARTS = ['commands', 'permits', 'history'] as const;

/** What is asked of the vehicle, what it may, and what once was with its device; which of them is shown stands in the address. */
export function VehicleDesk({ plate, commands }: { plate: string; commands: ReturnType<typeof useCommands> }) {
  const t = useText();
  const { query } = useRoute();
  const part = PARTS.find((one) => one === query.get('part')) ?? 'commands';
  const options = PARTS.map((value) => ({ value, label: t.vehicle.parts[value] }));
  return (
    <section className="panel vehicle-desk" data-part={part}>
      <Segmented block value={part} onChange={(next) => go('vehicle', plate, next === 'commands' ? {} : { part: next })} options={options} />
      {part === 'commands' && <CommandBar plate={plate} onFiled={commands.filed} />}
      <div className="vehicle-scroll" role="region" aria-label={t.vehicle.parts[part]} tabIndex={0}>
        {part === 'commands' && <CommandList commands={commands} />}
        {part === 'permits' && <PermitList plate={plate} />}
        {part === 'history' && <DeviceEvents plate={plate} news={commands.rows.length} />}
      </div>
    </section>
  );
}
