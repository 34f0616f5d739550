import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import type { PermitRequest } from '../../api/permitTypes';
import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { useStore, type Request } from '../../common/hooks';
import { go, useRoute } from '../../common/route';
import { Loaded } from '../../common/States';
import { usePermitRequests } from '../../common/usePermitRequests';
import { mayEditPlan, mayKeep, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { DrawKeys } from '../../map/draw/DrawKeys';
import { DrawLayer } from '../../map/draw/DrawLayer';
import type { Drawing } from '../../map/draw/drawing';
import '../../style/reverse.css';
import '../../style/plan.css';
import { ConflictList } from './ConflictList';
import { ImportDialog } from './ImportDialog';
import { ItemCard } from './ItemCard';
import { blank, of, reissue, type Draft } from './drafts';
import { ItemForm } from './ItemForm';
import { ItemList } from './ItemList';
import { LAYERS } from './items';
import { PlanExport } from './PlanExport';
import { PlanLayers } from './PlanLayers';
import { PointPick, type Spot } from './PointPick';
import { RequestForm } from './requests/RequestForm';
import { RequestList } from './requests/RequestList';
import { newWish, wishFor, type Wish } from './requests/requests';
import { TaskLayers } from './TaskLayers';
import { usePlan, type Plan } from './usePlan';

const HIDDEN = ['places', 'zones', 'routes'] as const;
const CONFLICTS = 'conflicts';
const REQUESTS = 'requests';
/** What is no layer of the plan. */
const LISTS = [CONFLICTS, REQUESTS] as const;
type List = (typeof LISTS)[number];
type Tab = PlanLayer | List;
const isList = (tab: Tab): tab is List => LISTS.some((name) => name === tab);
const tabOf = (argument: string): Tab => LISTS.find((name) => name === argument) ?? LAYERS.find((name) => name === argument) ?? 'permits';
const layerOf = (tab: Tab): PlanLayer => (isList(tab) ? 'permits' : tab);

/** 许可与计划: what is permitted and what is asked for, where, and until when; drawn, changed and ended on the map. */
export default function PlanPage() {
  const { argument } = useRoute();
  const plan = usePlan(layerOf(tabOf(argument)));
  return <Loaded request={plan}>{(data) => <PlanDesk plan={data} request={plan} />}</Loaded>;
}

function PlanDesk({ plan, request }: { plan: Plan; request: Request<Plan> }) {
  const t = useText();
  const user = useUser();
  const store = useStore();
  const { argument, query } = useRoute();
  const requests = usePermitRequests('WAITING');
  const tab = tabOf(argument);
  const layer = layerOf(tab);
  const chosen = plan.items[layer].find(({ id }) => id === query.get('id')) ?? null;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const [mapped, setMapped] = useState<PermitRequest | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [corner, setCorner] = useState<number | null>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const open = (next: Tab, id = '') => go('plan', next, id ? { id } : {});
  const begin = (next: Draft, shape: Drawing | null) => {
    setDraft(next);
    setDrawing(shape);
    setCorner(null);
    setSpot(null);
    setAdding(shape !== null && shape.points.length === 0);
  };
  const finish = (made: PlanItem | null) => {
    const to = draft?.layer ?? layer;
    setDraft(null);
    setDrawing(null);
    if (made) {
      request.reload();
      open(to, made.id);
    }
  };
  const mayEdit = !isList(tab) && mayEditPlan(user, layer);
  const waiting = requests.data?.requests.length ?? 0;
  const shown = { [CONFLICTS]: plan.conflicts.length, [REQUESTS]: waiting };
  const busy = draft !== null || wish !== null;
  return (
    <div className="playback" data-plan={tab} data-plan-items={isList(tab) ? shown[tab] : plan.items[layer].length}>
      <div className="toolbar">
        <Segmented<Tab>
          value={tab}
          disabled={busy}
          onChange={(next) => open(next)}
          options={[...LAYERS.map((value) => ({ value: value as Tab, label: t.plan.layers[value] })), { value: CONFLICTS as Tab, label: t.plan.conflicts(plan.conflicts.length) }, { value: REQUESTS as Tab, label: t.permitRequests.tab(waiting) }]}
        />
        {mayEdit && !draft && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => begin(...blank(layer, plan))} data-action="create">
            {t.plan.create}
          </Button>
        )}
        {mayEdit && !draft && (
          <Button icon={<UploadOutlined />} onClick={() => setImporting(true)} data-action="import">
            {t.plan.importing.open}
          </Button>
        )}
        {mayKeep(user) && !busy && layer === 'permits' && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setWish(newWish())} data-action="ask">
            {t.permitRequests.ask}
          </Button>
        )}
        {!isList(tab) && !busy && <PlanExport layer={layer} />}
        {importing && (
          <ImportDialog
            layer={layer}
            onClose={(done) => {
              setImporting(false);
              if (done) request.reload();
            }}
          />
        )}
      </div>
      <div className="reverse-desk plan-desk">
        <CityMap hidden={HIDDEN}>
          <PlanLayers plan={plan} layer={layer} chosen={draft?.item ?? (tab === REQUESTS ? mapped : chosen)} editing={draft !== null && drawing !== null} onChoose={(next, id) => !busy && open(next, id)} />
          <TaskLayers plan={plan} layer={layer} chosen={draft?.item ?? chosen} spot={spot} onChoose={(id) => !busy && open('collection_points', id)} />
          {draft?.layer === 'collection_points' && <PointPick onSpot={setSpot} />}
          {drawing && (
            <>
              <DrawLayer drawing={drawing} adding={adding} chosen={corner} onChoose={setCorner} onChange={setDrawing} />
              <DrawKeys drawing={drawing} chosen={corner} onChoose={setCorner} onChange={setDrawing} />
            </>
          )}
        </CityMap>
        <section className="panel">
          {draft ? (
            <ItemForm
              draft={draft}
              plan={plan}
              drawing={drawing}
              tools={{ adding, onAdding: setAdding, corner, onCorner: setCorner, onDrawing: setDrawing }}
              spot={spot}
              onSpot={setSpot}
              onDone={finish}
            />
          ) : wish ? (
            <RequestForm
              wish={wish}
              plan={plan}
              onDone={(sent) => {
                setWish(null);
                if (sent) open(REQUESTS);
              }}
            />
          ) : tab === REQUESTS ? (
            <RequestList waiting={requests} plan={plan} onTaken={request.reload} onShow={setMapped} onAsk={setWish} />
          ) : tab === CONFLICTS ? (
            <ConflictList conflicts={plan.conflicts} plan={plan} onOpen={open} />
          ) : plan.waiting ? (
            <Skeleton active />
          ) : chosen ? (
            <ItemCard
              key={`${layer} ${chosen.id} ${chosen.version}`}
              layer={layer}
              item={chosen}
              plan={plan}
              mayEdit={mayEdit}
              onBack={() => open(layer)}
              onOpen={open}
              onEdit={() => begin(...of(layer, chosen))}
              onReissue={() => begin(...reissue(chosen, store.now()))}
              onAsk={layer === 'permits' && mayKeep(user) ? () => setWish(wishFor(chosen)) : undefined}
              onEnded={request.reload}
            />
          ) : (
            <ItemList layer={layer} items={plan.items[layer]} plan={plan} onOpen={(id) => open(layer, id)} />
          )}
        </section>
      </div>
    </div>
  );
}
