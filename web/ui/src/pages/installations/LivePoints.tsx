import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { InstallationDetail, TestPoint } from '../../api/installationTypes';
import { clock, dateTime, duration } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { passedOf, percentText } from './progress';
import { SlipForm } from './SlipForm';

interface Props {
  detail: InstallationDetail;
  onChange: (detail: InstallationDetail) => void;
}

/** 现场测试: each point turns green by what the terminal sends; nobody ticks it off. */
export function LivePoints({ detail, onChange }: Props) {
  const { installations: words, common } = useText();
  const { message, modal } = App.useApp();
  const { installation, points, mayInstall } = detail;
  const [busy, setBusy] = useState(false);
  const begun = installation.testedFrom !== null;
  const begin = async () => {
    setBusy(true);
    await api.beginTest(installation.id).then(onChange, (error: Error) => void message.error(error.message));
    setBusy(false);
  };
  const again = () => modal.confirm({ title: words.beginAgain, content: words.beginAgainAsk, okText: common.ok, cancelText: common.cancel, onOk: begin });
  return (
    <section className="installation-card">
      <h3>
        {words.test} <span className="dim number">{words.passedCount(passedOf(points), points.length)}</span>
      </h3>
      <p className="dim">{installation.testedFrom === null ? words.notBegun : words.since(dateTime(installation.testedFrom))}</p>
      {mayInstall && (
        <Button type={begun ? 'default' : 'primary'} size="large" block loading={busy} onClick={() => void (begun ? again() : begin())} data-begin>
          {begun ? words.beginAgain : words.begin}
        </Button>
      )}
      <ol className="test-points" data-passed={passedOf(points)}>
        {points.map((point) => (
          <Point key={point.point} point={point} detail={detail} onChange={onChange} />
        ))}
      </ol>
    </section>
  );
}

function Point({ point: { point, passed, seen, missing, measured }, detail, onChange }: Props & { point: TestPoint }) {
  const { installations: words } = useText();
  const weighing = point === 'WEIGHT';
  return (
    <li className={passed ? 'passed' : ''} data-point={point} data-passed={passed}>
      {passed ? <CheckCircleFilled className="good" /> : <ClockCircleOutlined className="dim" />}
      <b>{words.point[point].title}</b>
      <span className="dim">{words.point[point].how}</span>
      <span className="test-seen number">
        {seen.map(({ what, at }) => (
          <span key={what} className="good">
            {word(words.what, what)} {clock(at)}
          </span>
        ))}
        {seen.length > 0 &&
          missing.map((what) => (
            <span key={what} className="dim">
              {word(words.what, what)} —
            </span>
          ))}
        {measured !== null && <span>{measuredText(point, measured, words)}</span>}
      </span>
      {weighing && <Weights detail={detail} />}
      {weighing && !passed && detail.installation.state === 'TESTING' && detail.mayInstall && <SlipForm id={detail.installation.id} onChange={onChange} />}
    </li>
  );
}

function measuredText(point: TestPoint['point'], measured: number, words: ReturnType<typeof useText>['installations']): string {
  if (point === 'FIX') return words.satellites(measured);
  return point === 'DRIVE' ? words.driven(duration(measured * 1000)) : words.error(percentText(measured));
}

/** What the slips and the sensor say, and what to set where they differ too much. */
function Weights({ detail: { calibration } }: { detail: InstallationDetail }) {
  const { installations: words } = useText();
  if (!calibration) return null;
  const { payloadT, emptyT, loadedT, error, scale } = calibration;
  return (
    <span className="test-weights">
      {words.calibration(payloadT.toFixed(2), emptyT.toFixed(2), loadedT.toFixed(2))}
      {error > 0.1 && scale !== null && <b className="warn">{words.correct(emptyT.toFixed(2), scale.toFixed(3))}</b>}
    </span>
  );
}
