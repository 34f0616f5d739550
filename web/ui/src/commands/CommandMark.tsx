import type { Command } from '../api/terminalTypes';
import { useText } from '../i18n/language';

export function CommandMark({ command: { state } }: { command: Pick<Command, 'state'> }) {
  const t = useText();
  return <span className={`command-mark ${state}`}>{t.command.state[state]}</span>;
}
