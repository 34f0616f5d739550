import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { CommandMark } from '../../commands/CommandMark';
import { useOrder } from '../../commands/useOrder';
import { useText, word } from '../../i18n/language';

/** Asks the driving recorder once more by which VIN it knows its vehicle; whoever shows the finding looks again when it has told. */
export function AskRecorder({ plate, onTold }: { plate: string; onTold: () => void }) {
  const t = useText();
  const { command, error, waiting, ask } = useOrder(plate, 'QUERY_RECORDER_VEHICLE');
  const told = useRef(onTold);
  told.current = onTold;
  const id = command?.state === 'ANSWERED' ? command.id : null;
  useEffect(() => {
    if (id !== null) told.current();
  }, [id]);
  return (
    <>
      <Button size="small" loading={waiting} onClick={ask} data-ask-recorder={command?.state ?? ''}>
        {t.devices.askRecorder}
      </Button>
      {error && (
        <small className="bad" role="alert">
          {error}
        </small>
      )}
      {command && (
        <small role="status">
          <CommandMark command={command} /> {command.detail !== '' && <span className="dim">{word(t.command.outcome, command.detail)}</span>}
        </small>
      )}
    </>
  );
}
