import { App, Button, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { NewShiftLine, ShiftLine, ShiftLog } from '../../api/shiftTypes';
import { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { mayKeepLog, useUser } from '../../common/user';
import { dateTime, monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import '../../style/shifts.css';
import { HandOverDialog } from './HandOverDialog';
import { NoteDialog } from './NoteDialog';
import { StandingList } from './StandingList';

const COLOUR = { BEGIN: 'green', NOTE: 'gray', HAND_OVER: 'orange', TAKE_OVER: 'green' } as const;

/** 值班日志: who is on duty, what was handed over, what is left to do. */
export default function ShiftsPage() {
  const t = useText();
  const [older, setOlder] = useState<string[]>([]);
  const before = older.at(-1);
  const request = useRequest(() => api.shiftLog(before), [before]);
  const written = () => {
    setOlder([]);
    request.reload();
  };
  return (
    <div className="ledger">
      <Loaded request={request}>
        {(log) => (
          <div className="shifts">
            <aside className="panel">
              <Duty log={log} onWritten={written} />
            </aside>
            <section className="panel">
              <Lines lines={log.lines} />
              {log.next !== null && (
                <Button className="more" onClick={() => setOlder((known) => [...known, log.next as string])}>
                  {t.shifts.older}
                </Button>
              )}
              {before !== undefined && (
                <Button className="more" onClick={() => setOlder([])}>
                  {t.shifts.newest}
                </Button>
              )}
            </section>
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** Writes a line and says so where that is refused. */
function useWrite(onWritten: () => void) {
  const { message } = App.useApp();
  return async (line: NewShiftLine): Promise<boolean> => {
    try {
      await api.writeShift(line);
      onWritten();
      return true;
    } catch (error) {
      void message.error((error as Error).message);
      return false;
    }
  };
}

function Duty({ log, onWritten }: { log: ShiftLog; onWritten: () => void }) {
  const t = useText();
  const keeps = mayKeepLog(useUser());
  const write = useWrite(onWritten);
  const [asking, setAsking] = useState<'NOTE' | 'HAND_OVER' | null>(null);
  const onDuty = log.onDuty.some(({ own }) => own);
  const close = () => setAsking(null);
  return (
    <>
      <h3>{t.shifts.onDuty}</h3>
      {log.onDuty.length === 0 && <p className="dim">{t.shifts.nobody}</p>}
      <ul className="shift-people" data-on-duty={log.onDuty.length}>
        {log.onDuty.map(({ name, since }) => (
          <li key={name + since}>
            <b>{name}</b> <span className="dim">{t.shifts.since(monthDayTime(since))}</span>
          </li>
        ))}
      </ul>
      {keeps && (
        <div className="shift-moves">
          {!onDuty && <Button type={log.waiting.length === 0 ? 'primary' : 'default'} onClick={() => void write({ kind: 'BEGIN' })} data-shift="BEGIN">{t.shifts.kind.BEGIN}</Button>}
          {onDuty && <Button onClick={() => setAsking('NOTE')} data-shift="NOTE">{t.shifts.kind.NOTE}</Button>}
          {onDuty && <Button type="primary" onClick={() => setAsking('HAND_OVER')} data-shift="HAND_OVER">{t.shifts.kind.HAND_OVER}</Button>}
        </div>
      )}
      <h3>{t.shifts.standing}</h3>
      <StandingList of={log.standing} />
      {log.waiting.length > 0 && <h3>{t.shifts.waiting}</h3>}
      {log.waiting.map((line) => (
        <div key={line.id} className="shift-waiting" data-waiting>
          <Handover line={line} />
          {keeps && !line.own && (
            <Button type="primary" onClick={() => void write({ kind: 'TAKE_OVER', handover: line.id })} data-shift="TAKE_OVER">
              {t.shifts.kind.TAKE_OVER}
            </Button>
          )}
        </div>
      ))}
      {asking === 'NOTE' && <NoteDialog write={write} onClose={close} />}
      {asking === 'HAND_OVER' && <HandOverDialog standing={log.standing} write={write} onClose={close} />}
    </>
  );
}

function Handover({ line }: { line: ShiftLine }) {
  const t = useText();
  return (
    <>
      <p>
        <b>{line.by}</b> <span className="dim">{dateTime(line.at)}</span>
      </p>
      <p className="shift-text">{line.text}</p>
      {line.items.length > 0 && (
        <>
          <span className="dim">{t.shifts.items}</span>
          <ol className="shift-items">
            {line.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </>
      )}
      {line.standing && <StandingList of={line.standing} />}
    </>
  );
}

function Lines({ lines }: { lines: readonly ShiftLine[] }) {
  const t = useText();
  if (lines.length === 0) return <Nothing title={t.shifts.none} hint={t.shifts.noneHint} />;
  return (
    <Timeline
      className="shift-lines"
      items={lines.map((line) => ({
        key: line.id,
        color: COLOUR[line.kind],
        content: <Entry line={line} />,
      }))}
    />
  );
}

function Entry({ line }: { line: ShiftLine }) {
  const t = useText();
  return (
    <div data-line={line.kind}>
      <Tag color={line.kind === 'HAND_OVER' ? 'orange' : undefined}>{t.shifts.kind[line.kind]}</Tag>
      {line.kind === 'HAND_OVER' ? (
        <Handover line={line} />
      ) : (
        <>
          <b>{line.by}</b> <span className="dim">{dateTime(line.at)}</span>
          {line.text !== '' && <p className="shift-text">{line.text}</p>}
        </>
      )}
    </div>
  );
}
