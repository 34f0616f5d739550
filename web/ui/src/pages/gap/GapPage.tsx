import { useMemo, useState } from 'react';
import { api } from '../../api/api';
import type { Gap, GapCandidate, GapPlaceKind } from '../../api/leadTypes';
import type { AlertRow } from '../../api/types';
import { AboutAlert } from '../../common/AboutAlert';
import { useRequest } from '../../common/hooks';
import { trackAround, useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { area, collection, point, type SpotKind } from '../../map/spotLayers';
import { SpotsLayer } from '../../map/SpotsLayer';
import '../../style/leads.css';
import '../../style/reverse.css';

const HIDDEN = ['routes', 'zones'] as const;
const COLOUR: Record<GapPlaceKind, SpotKind> = { HOT_SPOT: 'bad', PLACE: 'place', CAMERA: 'camera' };
/** As many have their name on the map; the list has all. */
const NAMED = 6;

/** 失联取证 (P05): where a loaded truck can have been while it was not seen, ranked by the detour. */
export default function GapPage() {
  const t = useText();
  const { argument: id } = useRoute();
  const alert = useRequest(() => api.alert(id), [id]);
  const request = useRequest(() => api.gap(id), [id]);
  const [chosen, setChosen] = useState(0);
  const gap = request.data?.gaps[chosen];
  const drawn = useMemo(() => collection(gap ? featuresOf(gap, t.gap.before, t.gap.after) : []), [gap, t]);
  return (
    <div className="playback" data-gap={request.data?.gaps.length}>
      <AboutAlert alert={alert.data} id={id} title={t.gap.title} note={t.gap.disclaimer} />
      <div className="reverse-desk">
        <CityMap hidden={HIDDEN}>
          <SpotsLayer id="gap" data={drawn} />
        </CityMap>
        <section className="panel leads-panel">
          <Loaded request={request}>
            {({ gaps }) =>
              gaps.length === 0 ? (
                <Nothing title={t.gap.none} hint={t.gap.noneHint} />
              ) : (
                <>{gaps.map((one, i) => <GapFacts key={one.from} gap={one} number={i + 1} open={i === chosen} alert={alert.data} onOpen={() => setChosen(i)} />)}</>
              )
            }
          </Loaded>
        </section>
      </div>
    </div>
  );
}

function featuresOf({ before, after, outline, candidates }: Gap, begin: string, end: string) {
  return [
    ...(outline.length > 0 ? [area(outline)] : []),
    ...candidates.map(({ kind, longitude, latitude, name, id }, i) => point(longitude, latitude, COLOUR[kind], i < NAMED && kind !== 'HOT_SPOT' ? name || id : '', kind === 'HOT_SPOT')),
    point(...before, 'begin', begin, true),
    point(...after, 'end', end, true),
  ];
}

function GapFacts({ gap, number, open, alert, onOpen }: { gap: Gap; number: number; open: boolean; alert: AlertRow | null; onOpen: () => void }) {
  const t = useText();
  const minutes = Math.round((Date.parse(gap.to) - Date.parse(gap.from)) / 60_000);
  const km = (metres: number) => (metres / 1000).toFixed(1);
  return (
    <article>
      <header className="leads-head">
        <button type="button" className="leads-choose" onClick={onOpen}>
          <b>{t.gap.gap(number)}</b>
        </button>
        {alert && <a href={trackAround(alert.plate, gap.from, gap.to)}>{t.reverse.playback}</a>}
      </header>
      <p className="leads-unseen">{t.gap.unseen(monthDayTime(gap.from), monthDayTime(gap.to), minutes)}</p>
      <p className="dim">{t.gap.reach(km(gap.majorMetres), km(gap.minorMetres))}</p>
      {open && (
        <>
          <h3>{gap.candidates.length === 0 ? t.gap.noCandidate : t.gap.candidates(gap.candidates.length)}</h3>
          <ol className="reverse-list">{gap.candidates.map((one, i) => <Candidate key={one.kind + one.id} candidate={one} rank={i + 1} />)}</ol>
        </>
      )}
    </article>
  );
}

function Candidate({ candidate: { kind, id, name, detourSeconds }, rank }: { candidate: GapCandidate; rank: number }) {
  const t = useText();
  return (
    <li data-candidate={id}>
      <header>
        <span className="number dim">{rank}</span>
        <b>{kind === 'HOT_SPOT' ? t.gap.kind.HOT_SPOT : name || id}</b>
        <span className="number leads-right">{detourSeconds === 0 ? t.gap.onTheWay : t.gap.detour((detourSeconds / 60).toFixed(1))}</span>
      </header>
      <p className="dim">{kind === 'HOT_SPOT' ? t.gap.hint.HOT_SPOT : `${t.gap.kind[kind]} · ${t.gap.hint[kind]}`}</p>
    </li>
  );
}
