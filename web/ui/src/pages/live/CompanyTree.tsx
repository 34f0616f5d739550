import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented, Tree } from 'antd';
import type { DataNode } from 'antd/es/tree';
import { useMemo, useState, type Key } from 'react';
import type { Live, VehicleState } from '../../api/types';
import { useFleet, useSize } from '../../common/hooks';
import { Nothing } from '../../common/States';
import { STATE_COLOUR } from '../../domain/colours';
import type { FleetStore } from '../../domain/store';
import { useText } from '../../i18n/language';
import { TABS, inTab, matches, type Tab } from './fleet';

interface Props {
  tab: Tab;
  onTab: (tab: Tab) => void;
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

export function CompanyTree({ tab, onTab, unchecked, onUnchecked, selected, onSelect }: Props) {
  const t = useText();
  const store = useFleet();
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [box, , height] = useSize<HTMLDivElement>();
  const version = store.snapshot();
  const nodes = useMemo(() => build(store, tab, search), [store, version, tab, search]);
  const counts = useMemo(() => count(store), [store, version]);
  const plates = nodes.flatMap((node) => node.children?.map((child) => child.key) ?? []);

  const check = (keys: Key[]) => {
    const next = new Set(unchecked);
    const checked = new Set(keys.map(String));
    for (const plate of plates) {
      if (checked.has(plate)) next.delete(plate);
      else next.add(plate);
    }
    onUnchecked(next);
  };

  return (
    <aside className="panel tree-panel" aria-label={t.live.companies}>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t.live.searchPlate}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Segmented<Tab>
        block
        value={tab}
        onChange={onTab}
        options={TABS.map((value) => ({ value, label: <TabLabel tab={value} count={counts[value]} /> }))}
      />
      <div className="tree-box" ref={box}>
        {plates.length === 0 ? (
          <Nothing title={t.live.noMatch} />
        ) : (
          <Tree<Node>
            checkable
            blockNode
            height={height}
            treeData={nodes}
            checkedKeys={plates.filter((plate) => !unchecked.has(plate))}
            onCheck={(keys) => check(Array.isArray(keys) ? keys : keys.checked)}
            expandedKeys={nodes.map((node) => node.key).filter((key) => search !== '' || !closed.has(key))}
            onExpand={(_, { node, expanded }) => setClosed(toggled(closed, node.key, !expanded))}
            selectedKeys={selected === null ? [] : [selected]}
            onSelect={(_, { node }) => {
              if (node.key.startsWith(COMPANY)) setClosed(toggled(closed, node.key, !closed.has(node.key)));
              else onSelect(node.key);
            }}
          />
        )}
      </div>
    </aside>
  );
}

function TabLabel({ tab, count }: { tab: Tab; count: number }) {
  const t = useText();
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

function count(store: FleetStore): Record<Tab, number> {
  const states = [...store.vehicles.keys()].map((plate) => stateOf(store, plate));
  const of = (tab: Tab) => states.filter((state) => inTab(state, tab)).length;
  return { all: of('all'), online: of('online'), offline: of('offline'), alarm: of('alarm') };
}

function build(store: FleetStore, tab: Tab, search: string): Node[] {
  return store.companies.flatMap((company) => {
    const states = company.vehicles.map(({ plate }) => stateOf(store, plate));
    const online = states.filter((state) => state !== 'OFFLINE').length;
    const children = company.vehicles
      .filter(({ plate }, index) => inTab(states[index], tab) && (search === '' || matches(plate, search)))
      .map(({ plate }) => ({ key: plate, title: <VehicleTitle plate={plate} live={store.live.get(plate)} />, isLeaf: true }));
    if (children.length === 0) return [];
    const title = (
      <span className="tree-company">
        <span>{company.name}</span>
        <em>
          <b>{online}</b>/{company.vehicles.length}
        </em>
      </span>
    );
    return [{ key: COMPANY + company.id, title, children }];
  });
}

function VehicleTitle({ plate, live }: { plate: string; live: Live | undefined }) {
  const t = useText();
  const state = live?.state ?? 'OFFLINE';
  return (
    <span className="tree-vehicle">
      <i style={{ background: STATE_COLOUR[state] }} title={t.state[state]} />
      <span className="plate">{plate}</span>
      <em>{live && state !== 'OFFLINE' ? Math.round(live.speedKmh) : ''}</em>
    </span>
  );
}
