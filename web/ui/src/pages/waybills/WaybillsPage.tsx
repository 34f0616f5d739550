import { App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { Papers, ScanKind, Waybill } from '../../api/paperTypes';
import { useRequest } from '../../common/hooks';
import { Plate } from '../../common/Marks';
import { Loaded, Nothing } from '../../common/States';
import { clock } from '../../domain/time';
import { useText } from '../../i18n/language';
import '../../style/waybills.css';
import { CodeReader } from './CodeReader';
import { NoWaybill } from './NoWaybill';
import { nextScan } from './papers';

const READ_EVERY = 15_000;

/** 联单扫码: one screen for the gate of a site or a ground. A code is read, by camera, scanner or hand; then one button. */
export default function WaybillsPage() {
  const t = useText();
  const request = useRequest(() => api.waybills(), []);
  const [code, setCode] = useState('');
  const { reload } = request;
  useEffect(() => {
    const timer = window.setInterval(reload, READ_EVERY);
    return () => window.clearInterval(timer);
  }, [reload]);
  return (
    <div className="waybills" data-waybills={request.data?.waybills.length ?? ''}>
      <div className="waybill-read">
        <Input size="large" autoFocus allowClear inputMode="text" placeholder={t.waybills.code} aria-label={t.waybills.code} value={code} onChange={({ target }) => setCode(target.value.trim())} />
        <CodeReader onRead={setCode} />
        <NoWaybill typed={code} />
      </div>
      <Loaded request={request}>
        {(papers) => <List papers={papers} code={code} onScanned={() => (setCode(''), reload())} />}
      </Loaded>
    </div>
  );
}

function List({ papers, code, onScanned }: { papers: Papers; code: string; onScanned: () => void }) {
  const t = useText();
  const shown = papers.waybills.filter(({ id, plate }) => code === '' || id.includes(code) || plate.includes(code));
  if (shown.length === 0) return <Nothing title={code === '' ? t.waybills.empty : t.waybills.unknown(code)} hint={code === '' ? t.waybills.emptyHint : t.waybills.unknownHint} />;
  return (
    <ol className="waybill-list">
      {shown.map((one) => (
        <Paper key={one.id} one={one} placeId={papers.placeId} onScanned={onScanned} />
      ))}
    </ol>
  );
}

function Paper({ one, placeId, onScanned }: { one: Waybill; placeId: string; onScanned: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const next = nextScan(one, placeId);
  const scan = async (kind: ScanKind, note: string) => {
    setBusy(true);
    try {
      await api.scanWaybill(one.id, kind, note);
      void message.success(t.waybills.done[kind]);
      setWrong(null);
      onScanned();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="panel waybill" data-waybill={one.id} data-next={next ?? 'NONE'}>
      <header>
        <Plate plate={one.plate} />
        <span className="dim number">{one.id}</span>
        {one.quantityT !== null && <span className="number">{one.quantityT.toFixed(1)} t</span>}
      </header>
      <p>
        {one.siteName || one.siteId} → {one.disposalName || one.disposalId}
      </p>
      <p className="dim">
        {t.waybills.out} {one.scanOut ? clock(one.scanOut) : '—'} · {t.waybills.in} {one.scanIn ? clock(one.scanIn) : '—'}
      </p>
      {one.exception && <p className="bad">{t.waybills.exception}：{one.exception}</p>}
      {wrong !== null && <Input.TextArea autoFocus rows={2} maxLength={500} placeholder={t.waybills.what} value={wrong} onChange={({ target }) => setWrong(target.value)} />}
      <footer>
        {next && wrong === null && (
          <Button size="large" type="primary" loading={busy} data-scan={next} onClick={() => void scan(next, '')}>
            {t.waybills.scan[next]}
          </Button>
        )}
        {wrong === null ? (
          <Button size="large" data-scan="EXCEPTION" onClick={() => setWrong('')}>
            {t.waybills.scan.EXCEPTION}
          </Button>
        ) : (
          <>
            <Button size="large" danger type="primary" disabled={wrong.trim() === ''} loading={busy} data-send-exception="" onClick={() => void scan('EXCEPTION', wrong.trim())}>
              {t.waybills.report}
            </Button>
            <Button size="large" onClick={() => setWrong(null)}>
              {t.common.cancel}
            </Button>
          </>
        )}
      </footer>
    </li>
  );
}
