import { MutedOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useKept, useStore } from '../common/hooks';
import { useUser } from '../common/user';
import { useText } from '../i18n/language';
import { chime } from './chime';
import { Ringing } from './ringing';

/** Lets new alerts be heard, whatever page is open. */
export function SoundSwitch() {
  const t = useText();
  const store = useStore();
  const user = useUser();
  const [on, setOn] = useKept('sound', false);
  const ringing = useMemo(() => new Ringing(user), [user]);
  const latest = useRef(on);
  latest.current = on;
  useEffect(() => store.onAlert((alert) => ringing.isDue(alert) && latest.current && chime(alert.grade)), [store, ringing]);
  const name = on ? t.live.soundOn : t.live.soundOff;
  return (
    <Tooltip title={name}>
      <Button type="text" aria-pressed={on} aria-label={name} icon={on ? <SoundOutlined /> : <MutedOutlined />} onClick={() => setOn(!on)} />
    </Tooltip>
  );
}
