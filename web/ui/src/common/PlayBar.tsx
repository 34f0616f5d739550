import { PauseOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import type { PointerEvent } from 'react';
import { usePlaying, useSpeed, useTime, type Playhead } from '../domain/playhead';
import { clock } from '../domain/time';
import type { Part } from '../domain/track';
import { useText } from '../i18n/language';

const SPEEDS = [1, 2, 4, 8, 16, 32, 64];

/** Play, pause, speed and the progress bar with its coloured parts. */
export function PlayBar({ playhead, parts }: { playhead: Playhead; parts: readonly Part[] }) {
  const t = useText();
  const playing = usePlaying(playhead);
  const speed = useSpeed(playhead);
  const time = useTime(playhead);
  const name = playing ? t.playback.pause : t.playback.play;
  return (
    <div className="playbar">
      <Tooltip title={name}>
        <Button type="primary" shape="circle" aria-label={name} icon={playing ? <PauseOutlined /> : <CaretRightOutlined />} onClick={() => playhead.toggle()} />
      </Tooltip>
      <b className="number">{clock(time)}</b>
      <Progress playhead={playhead} parts={parts} />
      <span className="number dim">{clock(playhead.to)}</span>
      <Select
        value={speed}
        aria-label={t.playback.speed}
        onChange={(value) => playhead.setSpeed(value)}
        options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
        popupMatchSelectWidth={false}
        style={{ width: 70 }}
      />
    </div>
  );
}

function Progress({ playhead, parts }: { playhead: Playhead; parts: readonly Part[] }) {
  const t = useText();
  const time = useTime(playhead);
  const length = Math.max(1, playhead.to - playhead.from);
  const share = (at: number) => `${Math.min(100, Math.max(0, ((at - playhead.from) / length) * 100))}%`;
  const seek = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    playhead.seek(playhead.from + ((event.clientX - box.left) / box.width) * length);
  };
  const step = length / 100;
  return (
    <div
      className="progress"
      role="slider"
      tabIndex={0}
      aria-label={t.playback.progress}
      aria-valuemin={playhead.from}
      aria-valuemax={playhead.to}
      aria-valuenow={time}
      aria-valuetext={clock(time)}
      onPointerDown={seek}
      onPointerMove={seek}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') playhead.seek(time - step);
        if (key === 'ArrowRight') playhead.seek(time + step);
      }}
    >
      {parts.map((part) => (
        <i
          key={`${part.kind} ${part.from}`}
          className={`part ${part.kind}`}
          title={`${t.playback[part.kind]} ${clock(part.from)}–${clock(part.to)}`}
          style={{ left: share(part.from), right: `calc(100% - ${share(part.to)})` }}
        />
      ))}
      <i className="thumb" style={{ left: share(time) }} />
    </div>
  );
}
