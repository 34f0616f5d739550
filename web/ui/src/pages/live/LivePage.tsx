import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AlertRow, Live } from '../../api/types';
import { useKept, useStore } from '../../common/hooks';
import { useRoute } from '../../common/route';
import { isLayerGroup } from '../../map/cityStyle';
import { CityMap } from '../../map/CityMap';
import { AlertStrip } from './AlertStrip';
import { BottomTables } from './BottomTables';
import { CompanyTree } from './CompanyTree';
import { LayerSwitch, type Group } from './LayerSwitch';
import { Legend } from './Legend';
import { MapFocus, type Focus } from './MapFocus';
import { VehiclesOnMap } from './VehiclesOnMap';
import { NowLayers } from './layers/NowLayers';
import { NowMarks } from './layers/NowMarks';
import { SweepingState } from './layers/SweepingState';
import { inFleet, inTab, type Fleet, type Tab } from './fleet';

const FIRST_HIDDEN: readonly Group[] = ['routes', 'sweeping', 'cameras'];

/** 实时监控: the fleet on the map, its companies on the left, what is wrong on the right. */
export default function LivePage() {
  const store = useStore();
  const [tab, setTab] = useState<Tab>('all');
  const [fleet, setFleet] = useState<Fleet>('both');
  const [unchecked, setUnchecked] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<string | null>(null);
  const [follow, setFollow] = useState(false);
  const [focus, setFocus] = useState<Focus | null>(null);
  const [hidden, setHidden] = useState<readonly Group[]>(FIRST_HIDDEN);
  const [clusters, setClusters] = useKept('clusters', true);

  const visible = useCallback(
    (live: Live) => !unchecked.has(live.plate) && inFleet(live.kind, fleet) && inTab(live.state, tab),
    [unchecked, fleet, tab],
  );
  const choose = useCallback(
    (plate: string | null) => {
      setSelected(plate);
      setFollow(false);
      const live = plate === null ? undefined : store.live.get(plate);
      if (live) setFocus({ lon: live.lon, lat: live.lat });
    },
    [store],
  );
  const { argument: asked } = useRoute();
  useEffect(() => {
    if (asked) choose(asked);
  }, [asked, choose]);
  const select = useCallback((plate: string | null) => {
    setSelected(plate);
    setFollow(false);
  }, []);
  const showAlert = useCallback(
    (alert: AlertRow) => {
      if (store.live.has(alert.plate)) setSelected(alert.plate);
      setFollow(false);
      if (alert.lon !== null && alert.lat !== null) setFocus({ lon: alert.lon, lat: alert.lat });
    },
    [store],
  );
  const cityLayers = useMemo(() => hidden.filter(isLayerGroup), [hidden]);
  const isShown = (group: Group) => !hidden.includes(group);
  const now = { cameras: isShown('cameras'), closures: isShown('closures'), counts: isShown('counts') };

  return (
    <div className="live-desk">
      <CompanyTree tab={tab} onTab={setTab} fleet={fleet} onFleet={setFleet} unchecked={unchecked} onUnchecked={setUnchecked} selected={selected} onSelect={choose} />
      <div className="live-middle">
        <CityMap hidden={cityLayers}>
          <VehiclesOnMap
            visible={visible}
            clusters={clusters}
            alerts={isShown('alerts')}
            selected={selected}
            follow={follow}
            onSelect={select}
            onFollow={setFollow}
          />
          <MapFocus focus={focus} />
          <LayerSwitch hidden={hidden} onHidden={setHidden} clusters={clusters} onClusters={setClusters} />
          <NowLayers {...now} />
          <Legend>
            <NowMarks {...now} />
            {isShown('sweeping') && <SweepingState />}
          </Legend>
        </CityMap>
        <BottomTables visible={visible} selected={selected} onVehicle={choose} onAlert={showAlert} />
      </div>
      <AlertStrip onShow={showAlert} />
    </div>
  );
}
