import { CloseOutlined, DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Media } from '../api/terminalTypes';
import { dateTime } from '../domain/time';
import { useText, word } from '../i18n/language';
import { fileSize, offset, shownAs } from './media';

interface Props {
  media: readonly Media[];
  index: number;
  since?: number;
  onIndex: (index: number) => void;
  onClose: () => void;
}

/** One piece of media as large as the screen allows: arrows lead to the next and back, Esc closes. */
export function Viewer({ media, index, since, onIndex, onClose }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const item = media[index];
  const step = (by: number) => onIndex((index + by + media.length) % media.length);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The page below has keys of its own, which must not decide on an alert from here.
      event.stopImmediatePropagation();
      if (event.key === 'ArrowLeft') step(-1);
      else if (event.key === 'ArrowRight') step(1);
      else if (event.key === 'Escape') onClose();
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  });
  return createPortal(
    <dialog ref={dialog} className="viewer" aria-label={t.media.title} onCancel={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      <header>
        <b className="number">
          {index + 1} / {media.length}
        </b>
        <Button href={item.url} download icon={<DownloadOutlined />} aria-label={t.media.save} title={t.media.save} />
        <Button icon={<CloseOutlined />} aria-label={t.common.close} onClick={onClose} />
      </header>
      <div className="viewer-stage">
        {media.length > 1 && <Button icon={<LeftOutlined />} aria-label={t.media.previous} onClick={() => step(-1)} />}
        <Stage key={item.id} item={item} />
        {media.length > 1 && <Button icon={<RightOutlined />} aria-label={t.media.next} onClick={() => step(1)} />}
      </div>
      <Facts item={item} since={since} />
    </dialog>,
    document.body,
  );
}

function Stage({ item }: { item: Media }) {
  const t = useText();
  switch (shownAs(item)) {
    case 'image':
      return <img src={item.url} alt={t.media.kind[item.kind]} />;
    case 'video':
      return <video src={item.url} controls autoPlay />;
    case 'audio':
      return <audio src={item.url} controls autoPlay />;
    case 'file':
      return <p>{t.media.onlySaved(item.format)}</p>;
  }
}

function Facts({ item, since }: { item: Media; since?: number }) {
  const t = useText();
  const at = Date.parse(item.time);
  const facts: [string, string][] = [
    [t.column.time, dateTime(at) + (since === undefined ? '' : `  ${offset(at, since)}`)],
    [t.column.plate, item.plate],
    [t.media.channelName, item.channel > 0 ? String(item.channel) : '—'],
    [t.media.sourceName, word(t.media.source, item.source)],
    [t.media.eventName, word(t.media.event, item.event)],
    [t.media.size, fileSize(item.size)],
    ['SHA-256', item.sha256],
  ];
  if (item.fileName) facts.splice(5, 0, [t.media.fileName, item.fileName]);
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
