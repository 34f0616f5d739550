import { AimOutlined, CameraOutlined, DownOutlined, EnvironmentOutlined, MessageOutlined, PoweroffOutlined, SettingOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api';
import type { Command, CommandKind } from '../api/terminalTypes';
import { mayOrder, useUser } from '../common/user';
import { useText } from '../i18n/language';
import { CommandDialog } from './CommandDialog';

const BUTTONS: readonly [CommandKind, ReactNode][] = [
  ['LOCATE', <EnvironmentOutlined key="i" />],
  ['TRACK', <AimOutlined key="i" />],
  ['SNAPSHOT', <CameraOutlined key="i" />],
  ['TEXT', <MessageOutlined key="i" />],
];
const PARAMETERS: readonly CommandKind[] = ['READ_PARAMETERS', 'WRITE_PARAMETERS', 'QUERY_ATTRIBUTES', 'QUERY_RECORDER_VEHICLE'];
const AREAS: readonly CommandKind[] = ['SEND_AREA', 'SEND_ROUTE', 'DELETE_AREA', 'DELETE_ROUTE'];
/** These take no arguments, so that a click is all. */
const AT_ONCE: readonly CommandKind[] = ['LOCATE', 'QUERY_ATTRIBUTES', 'QUERY_RECORDER_VEHICLE'];

/** What this user may ask of the terminal. */
export function CommandBar({ plate, onFiled }: { plate: string; onFiled: (command: Command) => void }) {
  const t = useText();
  const { message } = App.useApp();
  const user = useUser();
  const [asked, setAsked] = useState<CommandKind | null>(null);
  const start = (kind: CommandKind) => {
    if (!AT_ONCE.includes(kind)) return setAsked(kind);
    api.order(plate, { kind, arguments: {} }).then(onFiled, (error: Error) => void message.error(error.message));
  };
  const menu = (kinds: readonly CommandKind[]): MenuProps => ({ items: kinds.map((kind) => ({ key: kind, label: <span data-command={kind}>{t.command.kind[kind]}</span>, onClick: () => start(kind) })) });
  const may = (kinds: readonly CommandKind[]) => kinds.filter((kind) => mayOrder(user, kind));
  const group = (kinds: readonly CommandKind[], icon: ReactNode, label: string) =>
    may(kinds).length > 0 && (
      <Dropdown trigger={['click']} menu={menu(may(kinds))}>
        <Button icon={icon}>
          {label} <DownOutlined />
        </Button>
      </Dropdown>
    );
  return (
    <div className="command-bar">
      {BUTTONS.filter(([kind]) => mayOrder(user, kind)).map(([kind, icon]) => (
        <Button key={kind} icon={icon} data-command={kind} onClick={() => start(kind)}>
          {t.command.kind[kind]}
        </Button>
      ))}
      {group(PARAMETERS, <SettingOutlined />, t.command.parameters)}
      {group(AREAS, <EnvironmentOutlined />, t.command.areas)}
      {mayOrder(user, 'RESTART') && (
        <Button danger icon={<PoweroffOutlined />} data-command="RESTART" onClick={() => start('RESTART')}>
          {t.command.kind.RESTART}
        </Button>
      )}
      {asked && <CommandDialog plate={plate} kind={asked} onFiled={onFiled} onClose={() => setAsked(null)} />}
    </div>
  );
}
