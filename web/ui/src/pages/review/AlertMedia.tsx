import { RiseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { api } from '../../api/api';
import type { AlertRow } from '../../api/types';
import { SnapshotButton, SnapshotOutcome } from '../../commands/SnapshotButton';
import { useSnapshot } from '../../commands/useSnapshot';
import { useRequest } from '../../common/hooks';
import { useText } from '../../i18n/language';
import { Gallery } from '../../media/Gallery';

const ASK_EVERY = 10_000;

/** Pictures from about the alert, and one of now in a click. */
export function AlertMedia({ alert, onRaise }: { alert: AlertRow; onRaise: (() => void) | null }) {
  const t = useText();
  const { data, error, reload } = useRequest(() => api.alertMedia(alert.id), [alert.id]);
  const snapshot = useSnapshot(alert.plate);
  useEffect(() => {
    // What the rules have ordered arrives while the alert is on the desk.
    const timer = window.setInterval(reload, ASK_EVERY);
    return () => window.clearInterval(timer);
  }, [reload]);
  if (!alert.plate) return null;
  const media = data?.media ?? [];
  return (
    <section className="alert-media" data-alert-media={data ? media.length : ''}>
      <h3>
        {t.media.title} {media.length > 0 && <span className="dim number">{media.length}</span>}
      </h3>
      {error && <p className="bad">{error.message}</p>}
      {media.length > 0 ? <Gallery media={media} since={Date.parse(alert.start)} /> : data && <p className="dim">{t.media.noneOfAlert}</p>}
      {onRaise && media.length > 0 && (
        <Button size="small" icon={<RiseOutlined />} data-action="raise" onClick={onRaise}>
          {t.raised.button}
        </Button>
      )}
      <div className="alert-snapshot">
        <SnapshotButton snapshot={snapshot} />
        <SnapshotOutcome snapshot={snapshot} />
      </div>
    </section>
  );
}
