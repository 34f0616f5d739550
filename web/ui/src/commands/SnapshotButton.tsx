import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { mayOrder, useUser } from '../common/user';
import { useText } from '../i18n/language';
import { Thumbnail } from '../media/Gallery';
import { Viewer } from '../media/Viewer';
import { CommandMark } from './CommandMark';
import type { Snapshot } from './useSnapshot';

/** 拍照 in one click, for those who may. */
export function SnapshotButton({ snapshot }: { snapshot: Snapshot }) {
  const t = useText();
  const user = useUser();
  if (!mayOrder(user, 'SNAPSHOT')) return null;
  return (
    <Button size="small" icon={<CameraOutlined />} loading={snapshot.waiting} onClick={snapshot.take} data-snapshot={snapshot.command?.state ?? ''}>
      {t.command.kind.SNAPSHOT}
    </Button>
  );
}

/** The state of the order until the picture is there, then the picture. */
export function SnapshotOutcome({ snapshot: { command, media, error, waiting } }: { snapshot: Snapshot }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (error) return <span className="bad snapshot" role="alert">{error}</span>;
  if (!command) return null;
  if (media.length > 0) {
    return (
      <span className="snapshot">
        <Thumbnail item={media[0]} onOpen={() => setOpen(true)} />
        {open && <Viewer media={media} index={0} onIndex={() => undefined} onClose={() => setOpen(false)} />}
      </span>
    );
  }
  return (
    <span className="snapshot" role="status">
      {command.state === 'ANSWERED' ? <span className="dim">{waiting ? t.command.pictureComing : t.command.pictureMissing}</span> : <CommandMark command={command} />}
    </span>
  );
}
