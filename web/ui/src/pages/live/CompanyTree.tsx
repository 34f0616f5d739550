import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented, Tree } from 'antd';
import type { DataNode } from 'antd/es/tree';
import { useMemo, useRef, useState, type Key } from 'react';
import type { Company, VehicleState } from '../../api/types';
import { useFleetEvery, useLive, useSize } from '../../common/hooks';
import { Nothing } from '../../common/States';
import { STATE_COLOUR } from '../../domain/colours';
import type { FleetStore } from '../../domain/store';
import { useText } from '../../i18n/language';
import { FLEETS, TABS, inFleet, inTab, membersOf, sameMembers, type Fleet, type Members, type Tab } from './fleet';

/** Who is in the tree, and the counts beside it, ms. */
const MEMBERS_EVERY = 1000;

interface Props {
  tab: Tab;
  onTab: (tab: Tab) => void;
  fleet: Fleet;
  onFleet: (fleet: Fleet) => void;
  unchecked: ReadonlySet<string>;
  onUnchecked: (plates: ReadonlySet<string>) => void;
  selected: string | null;
  onSelect: (plate: string) => void;
}

interface Node extends DataNode {
  key: string;
  children?: Node[];
}

const COMPANY = 'company:';

export function CompanyTree(props: Props) {
  const { tab, onTab, fleet, onFleet } = props;
  const t = useText();
  const [search, setSearch] = useState('');
  return (
    <aside className="panel tree-panel" aria-label={t.live.companies}>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t.live.searchPlate}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Segmented<Tab> block value={tab} onChange={onTab} options={TABS.map((value) => ({ value, label: <TabLabel tab={value} fleet={fleet} /> }))} />
      <Segmented<Fleet> block size="small" value={fleet} onChange={onFleet} options={FLEETS.map((value) => ({ value, label: t.live.fleet[value] }))} />
      <Companies {...props} search={search} />
    </aside>
  );
}

function Companies({ tab, fleet, search, unchecked, onUnchecked, selected, onSelect }: Props & { search: string }) {
  const t = useText();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [box, , height] = useSize<HTMLDivElement>();
  const members = useMembers(tab, fleet, search);
  const nodes = useMemo(() => members.map(nodeOf), [members]);
  const plates = useMemo(() => members.flatMap((company) => company.plates), [members]);
  const checked = useMemo(() => plates.filter((plate) => !unchecked.has(plate)), [plates, unchecked]);
  const expanded = useMemo(() => nodes.map((node) => node.key).filter((key) => search !== '' || !closed.has(key)), [nodes, search, closed]);

  const check = (keys: Key[]) => {
    const next = new Set(unchecked);
    const wanted = new Set(keys.map(String));
    for (const plate of plates) {
      if (wanted.has(plate)) next.delete(plate);
      else next.add(plate);
    }
    onUnchecked(next);
  };

  return (
    <div className="tree-box" ref={box}>
      {plates.length === 0 ? (
        <Nothing title={t.live.noMatch} hint={t.live.noMatchHint} />
      ) : (
        <Tree<Node>
          checkable
          blockNode
          // Not measured yet it is 0, with which the tree makes a row of each of ten thousand vehicles: ten seconds.
          height={Math.max(1, height)}
          treeData={nodes}
          checkedKeys={checked}
          onCheck={(keys) => check(Array.isArray(keys) ? keys : keys.checked)}
          expandedKeys={expanded}
          onExpand={(_, { node, expanded: open }) => setClosed(toggled(closed, node.key, !open))}
          selectedKeys={selected === null ? [] : [selected]}
          onSelect={(_, { node }) => {
            if (node.key.startsWith(COMPANY)) setClosed(toggled(closed, node.key, !closed.has(node.key)));
            else onSelect(node.key);
          }}
        />
      )}
    </div>
  );
}

/**
 * Who belongs in the tree now; the same object until that is another, so that a tree of ten thousand is not made anew
 * because somebody moves. What a row shows follows by itself.
 */
function useMembers(tab: Tab, fleet: Fleet, search: string): readonly Members[] {
  const store = useFleetEvery(MEMBERS_EVERY);
  const version = store.snapshot();
  const kept = useRef<readonly Members[]>([]);
  return useMemo(() => {
    const now = membersOf(store.companies, (plate) => stateOf(store, plate), { tab, fleet, search });
    if (!sameMembers(kept.current, now)) kept.current = now;
    return kept.current;
  }, [store, version, tab, fleet, search]);
}

function nodeOf({ company, plates }: Members): Node {
  return {
    key: COMPANY + company.id,
    title: <CompanyTitle company={company} />,
    children: plates.map((plate) => ({ key: plate, title: <VehicleTitle plate={plate} />, isLeaf: true })),
  };
}

function TabLabel({ tab, fleet }: { tab: Tab; fleet: Fleet }) {
  const t = useText();
  const store = useFleetEvery(MEMBERS_EVERY);
  let count = 0;
  for (const { plate, kind } of store.vehicles.values()) if (inFleet(kind, fleet) && inTab(stateOf(store, plate), tab)) count += 1;
  return (
    <span className={`tree-tab tab-${tab}`}>
      <b>{count}</b>
      {t.live[tab]}
    </span>
  );
}

function toggled(set: ReadonlySet<string>, key: string, add: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (add) next.add(key);
  else next.delete(key);
  return next;
}

function stateOf(store: FleetStore, plate: string): VehicleState {
  return store.live.get(plate)?.state ?? 'OFFLINE';
}

function CompanyTitle({ company }: { company: Company }) {
  const store = useFleetEvery(MEMBERS_EVERY);
  const online = company.vehicles.filter(({ plate }) => stateOf(store, plate) !== 'OFFLINE').length;
  return (
    <span className="tree-company">
      <span>{company.name}</span>
      <em>
        <b>{online}</b>/{company.vehicles.length}
      </em>
    </span>
  );
}

function VehicleTitle({ plate }: { plate: string }) {
  const t = useText();
  const live = useLive(plate);
  const state = live?.state ?? 'OFFLINE';
  return (
    <span className="tree-vehicle">
      <i style={{ background: STATE_COLOUR[state] }} title={t.state[state]} />
      <span className="plate">{plate}</span>
      <em>{live && state !== 'OFFLINE' ? Math.round(live.speedKmh) : ''}</em>
    </span>
  );
}
