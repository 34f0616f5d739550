import { api } from '../api/api';
import type { Command, CommandDetail, RecorderVin, StoredMessage } from '../api/terminalTypes';
import { useRequest } from '../common/hooks';
import { Loaded } from '../common/States';
import { dateTime } from '../domain/time';
import { useLanguage, useText, word } from '../i18n/language';
import { CommandMark } from './CommandMark';
import { flat } from './flat';
import { parameterById, parameterValue } from './parameters';
import { replyName } from './replyNames';

/** The way of a command, and the terminal's reply field by field. */
export function CommandReply({ command }: { command: Command }) {
  const request = useRequest(() => api.command(command.id), [command.id, command.state, command.tries]);
  return <div className="command-reply">{request.data ? <Shown detail={request.data} /> : <Loaded request={request}>{() => null}</Loaded>}</div>;
}

function Shown({ detail }: { detail: CommandDetail }) {
  const t = useText();
  return (
    <>
      <ol className="command-way">
        {detail.history.map((step) => (
          <li key={step.at + step.state}>
            <span className="number dim">{dateTime(step.at)}</span> <CommandMark command={step} />
            {step.tries > 1 && <span className="dim"> {t.command.tries(step.tries)}</span>}
            {step.detail && <span className="dim"> {word(t.command.outcome, step.detail)}</span>}
          </li>
        ))}
      </ol>
      {detail.reason && (
        <p>
          <span className="dim">{t.command.reason}</span> {detail.reason}
        </p>
      )}
      <p className="dim">
        {t.command.expires} <span className="number">{dateTime(detail.expiresAt)}</span>
        {detail.result !== null && ` · ${t.command.result} ${detail.result}`}
      </p>
      {detail.recorderVin && <ToldVin vin={detail.recorderVin} />}
      {detail.reply && <Reply reply={detail.reply} />}
    </>
  );
}

const TONES: Record<RecorderVin['agreement'], string> = { SAME: 'good', OTHER: 'bad', NOT_SET: 'warn', NOT_ON_FILE: 'warn' };

function ToldVin({ vin: { told, registered, agreement } }: { vin: RecorderVin }) {
  const t = useText();
  return (
    <p className={TONES[agreement]} data-recorder-vin={agreement}>
      {t.command.recorderVin[agreement](told, registered)}
    </p>
  );
}

function Reply({ reply }: { reply: StoredMessage }) {
  const t = useText();
  const { language } = useLanguage();
  const parameters = parametersOf(reply);
  const rows: [string, string][] = parameters
    ? parameters.map(({ id, value }) => {
        const known = parameterById(id);
        const name = known ? (language === 'zh' ? known.title : known.name) : '';
        return [`0x${id.toString(16).padStart(4, '0')} ${name}`, `${parameterValue(id, value)} ${known?.unit ?? ''}`];
      })
    : flat(reply.body ?? {}).map(([path, value]) => [language === 'zh' ? replyName(reply.messageId, path) : path, value]);
  return (
    <>
      <h4>
        {t.command.reply} <span className="mono">{reply.messageId}</span> <span className="dim">{reply.message ?? t.command.unreadable}</span>
      </h4>
      {rows.length > 0 && (
        <table className="reply-fields">
          <tbody>
            {rows.map(([name, value], index) => (
              <tr key={index}>
                <td className="dim">{name}</td>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {reply.hex && <code className="hex">{reply.hex}</code>}
    </>
  );
}

function parametersOf({ body }: StoredMessage): { id: number; value: string }[] | null {
  const list = body?.parameters;
  if (!Array.isArray(list) || !list.every((one) => typeof one?.id === 'string' && typeof one?.hex === 'string')) return null;
  return list.map((one) => ({ id: parseInt(one.id, 16), value: one.hex as string }));
}
