import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { mayOrder, useUser } from '../common/user';
import { useText } from '../i18n/language';
import { Thumbnail } from '../media/Gallery';
import { Viewer } from '../media/Viewer';
import { CommandMark } from './CommandMark';
import { useSnapshot, type Snapshot } from './useSnapshot';

/** 拍照 in one click: the state of the order stands there until the picture does. */
export function SnapshotButton({ plate }: { plate: string }) {
  const t = useText();
  const { role } = useUser();
  const snapshot = useSnapshot(plate);
  if (!plate || !mayOrder(role, 'SNAPSHOT')) return null;
  return (
    <span className="snapshot" data-snapshot={snapshot.command?.state ?? ''}>
      <Button size="small" icon={<CameraOutlined />} loading={snapshot.waiting} onClick={snapshot.take}>
        {t.command.kind.SNAPSHOT}
      </Button>
      <Outcome snapshot={snapshot} />
    </span>
  );
}

function Outcome({ snapshot }: { snapshot: Snapshot }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { command, media, error, waiting } = snapshot;
  if (error) return <span className="bad snapshot-state" role="alert">{error}</span>;
  if (!command) return null;
  if (media.length > 0) {
    return (
      <>
        <Thumbnail item={media[0]} onOpen={() => setOpen(true)} />
        {open && <Viewer media={media} index={0} onIndex={() => undefined} onClose={() => setOpen(false)} />}
      </>
    );
  }
  const answered = command.state === 'ANSWERED';
  return (
    <span className="snapshot-state" role="status">
      {answered ? <span className="dim">{waiting ? t.command.pictureComing : t.command.pictureMissing}</span> : <CommandMark command={command} />}
    </span>
  );
}
