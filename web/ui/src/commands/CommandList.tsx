import { RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Command } from '../api/terminalTypes';
import { Failed, Nothing } from '../common/States';
import { clock, monthDayTime } from '../domain/time';
import { useText } from '../i18n/language';
import { CommandMark } from './CommandMark';
import { CommandReply } from './CommandReply';
import { summaryOf } from './summary';
import type { Commands } from './useCommands';

/** What was asked of the terminal and what became of it; one opens to its way and the reply. */
export function CommandList({ commands }: { commands: Commands }) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const { rows, more, loading, error, loadMore } = commands;
  if (error) return <Failed error={error} retry={loadMore} />;
  if (rows.length === 0) return loading ? null : <Nothing title={t.command.none} hint={t.command.noneHint} />;
  return (
    <>
      <ol className="commands">
        {rows.map((command) => (
          <li key={command.id} data-command-id={command.id} data-kind={command.kind} data-state={command.state} className={open === command.id ? 'open' : ''}>
            <Line command={command} open={open === command.id} onToggle={() => setOpen(open === command.id ? null : command.id)} />
            {open === command.id && <CommandReply command={command} />}
          </li>
        ))}
      </ol>
      {more && (
        <Button block type="text" loading={loading} onClick={loadMore}>
          {t.common.loadMore}
        </Button>
      )}
    </>
  );
}

function Line({ command, open, onToggle }: { command: Command; open: boolean; onToggle: () => void }) {
  const t = useText();
  const { answeredAt, sentAt, expiresAt, state } = command;
  const last = answeredAt ?? (state === 'QUEUED' ? null : sentAt);
  const seconds = answeredAt && sentAt ? (Date.parse(answeredAt) - Date.parse(sentAt)) / 1000 : null;
  return (
    <button type="button" className="command-line" aria-expanded={open} onClick={onToggle}>
      <RightOutlined rotate={open ? 90 : 0} />
      <b>{t.command.kind[command.kind]}</b>
      <CommandMark command={command} />
      <span className="dim ellipsis command-what">{summaryOf(command, t)}</span>
      <span className="dim ellipsis">{command.requestedBy ?? t.command.system}</span>
      <span className="number command-times">
        {monthDayTime(command.createdAt)}
        <small className="dim">
          {last ? ` → ${clock(last)}` : state === 'QUEUED' ? ` ${t.command.until(clock(expiresAt))}` : ''}
          {seconds !== null && ` (${seconds.toFixed(1)} s)`}
        </small>
      </span>
    </button>
  );
}
