import { AudioOutlined, FileOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Media } from '../api/terminalTypes';
import { dateTime } from '../domain/time';
import { useText, word } from '../i18n/language';
import '../style/media.css';
import { offset, shownAs } from './media';
import { Viewer } from './Viewer';

interface Props {
  media: readonly Media[];
  /** When the alert began, ms; the times are then told from there. */
  since?: number;
}

/** Thumbnails; one opens large, and the keys lead on from there. */
export function Gallery({ media, since }: Props) {
  const [shown, setShown] = useState<number | null>(null);
  return (
    <>
      <ol className="gallery">
        {media.map((item, index) => (
          <li key={item.id} data-media={item.id}>
            <Thumbnail item={item} since={since} onOpen={() => setShown(index)} />
          </li>
        ))}
      </ol>
      {shown !== null && media[shown] && <Viewer media={media} index={shown} since={since} onIndex={setShown} onClose={() => setShown(null)} />}
    </>
  );
}

export function Thumbnail({ item, since, onOpen }: { item: Media; since?: number; onOpen: () => void }) {
  const t = useText();
  const at = Date.parse(item.time);
  const time = since === undefined ? dateTime(at).slice(5) : offset(at, since);
  return (
    <button type="button" className="thumbnail" title={dateTime(at)} onClick={onOpen}>
      <Face item={item} />
      <span>
        <b className="number">{time}</b>
        {item.channel > 0 && <span>{t.media.channel(item.channel)}</span>}
        <em className={item.source}>{word(t.media.source, item.source)}</em>
      </span>
    </button>
  );
}

function Face({ item }: { item: Media }) {
  const t = useText();
  switch (shownAs(item)) {
    case 'image':
      return <img src={item.url} alt={t.media.kind[item.kind]} loading="lazy" decoding="async" />;
    case 'video':
      return <i><PlayCircleOutlined /></i>;
    case 'audio':
      return <i><AudioOutlined /></i>;
    case 'file':
      return <i><FileOutlined /><small>{item.format}</small></i>;
  }
}
