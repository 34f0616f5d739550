import { App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { Installation, InstallationDetail } from '../../api/installationTypes';
import { useRequest } from '../../common/hooks';
import { routeTo } from '../../common/route';
import { Loaded } from '../../common/States';
import { dateTime, monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import '../../style/installations.css';
import { LivePoints } from './LivePoints';
import { PhotoGrid } from './PhotoGrid';
import { SignForm } from './SignForm';

const LOOK_EVERY = 2000;

/** One installation, for who stands beside the vehicle: the live test, the photos, the signatures. */
export function InstallationSheet({ id }: { id: string }) {
  const request = useRequest(() => api.installation(id), [id]);
  const [newer, setNewer] = useState<InstallationDetail | null>(null);
  const detail = newer ?? request.data;
  const testing = detail?.installation.state === 'TESTING';
  useEffect(() => {
    if (!testing) return undefined;
    let current = true;
    // an answer that fails is asked for again in two seconds
    const look = () => void api.installation(id).then((one) => current && setNewer(one)).catch(() => undefined);
    const timer = setInterval(look, LOOK_EVERY);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [id, testing]);
  return <Loaded request={request}>{(first) => <Sheet detail={newer ?? first} onChange={setNewer} />}</Loaded>;
}

interface Props {
  detail: InstallationDetail;
  onChange: (detail: InstallationDetail) => void;
}

function Sheet({ detail, onChange }: Props) {
  const t = useText();
  const { installation, mayInstall } = detail;
  const words = t.installations;
  return (
    <div className="installation-sheet" data-sheet={installation.state}>
      <header>
        <a href={routeTo('devices', 'installations')}>‹ {words.back}</a>
        <h2 className="plate">{installation.plate}</h2>
        <b className={`installation-state state-${installation.state}`}>{words.state[installation.state]}</b>
        <span className="dim">{installation.company}</span>
      </header>
      <p className="dim number">
        {words.reason[installation.reason]} · {words.phone} {installation.phone} · ICCID {installation.iccid} · {words.orderedBy(installation.by, monthDayTime(installation.orderedAt))}
      </p>
      {installation.vin !== '' && <VinLine installation={installation} />}
      <LivePoints detail={detail} onChange={onChange} />
      <PhotoGrid detail={detail} onChange={onChange} />
      {mayInstall && <SignForm detail={detail} onChange={onChange} />}
      <History detail={detail} />
      {mayInstall && <Cancel detail={detail} onChange={onChange} />}
    </div>
  );
}

/** What was read on the vehicle against what the terminal says, where it says it. */
function VinLine({ installation: { vin, registeredVin } }: { installation: Installation }) {
  const { installations } = useText();
  const verdict = registeredVin === '' ? 'none' : registeredVin === vin ? 'same' : 'other';
  const classes = { none: 'dim', same: 'good', other: 'bad' } as const;
  return (
    <p className="number" data-vin={verdict}>
      {installations.vin} {vin} <b className={classes[verdict]}>{verdict === 'other' ? installations.vinOther(registeredVin) : installations.vinSays[verdict]}</b>
    </p>
  );
}

function History({ detail: { steps } }: { detail: InstallationDetail }) {
  const { installations } = useText();
  if (steps.length === 0) return null;
  return (
    <section className="installation-card" data-steps={steps.length}>
      <h3>{installations.history}</h3>
      <ol>
        {steps.map(({ move, by, at, detail }, index) => (
          <li key={index}>
            <time className="number dim">{dateTime(at)}</time> <b>{installations.move[move]}</b> {by}{' '}
            <span className="dim">
              {move === 'WEIGH' && installations.weighed(detail.loaded ?? false, detail.slip ?? '', detail.grossT ?? 0)}
              {move === 'ACCEPT' && installations.signed(detail.seal ?? '', detail.companySigner ?? '', detail.installerSigner ?? '')}
              {move === 'CANCEL' && detail.reason}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Cancel({ detail: { installation }, onChange }: Props) {
  const { installations, common } = useText();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = () =>
    api.cancelInstallation(installation.id, reason.trim()).then(onChange, (error: Error) => void message.error(error.message));
  if (!asking) {
    return (
      <Button type="text" danger onClick={() => setAsking(true)}>
        {installations.cancel}
      </Button>
    );
  }
  return (
    <section className="installation-card">
      <p>{installations.cancelAsk}</p>
      <Input placeholder={installations.cancelReason} aria-label={installations.cancelReason} maxLength={60} value={reason} onChange={({ target }) => setReason(target.value)} />
      <p className="installation-buttons">
        <Button danger disabled={reason.trim() === ''} onClick={() => void cancel()}>
          {installations.cancel}
        </Button>
        <Button onClick={() => setAsking(false)}>{common.close}</Button>
      </p>
    </section>
  );
}
