import { ArrowLeftOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { PlanItem, PlanLayer } from '../../api/planTypes';
import { useStore } from '../../common/hooks';
import { VehicleLink } from '../../common/Marks';
import { useText } from '../../i18n/language';
import { lengthOf, areaOf, areaText, metresText } from '../../map/draw/measure';
import { drawingOf } from '../../map/draw/drawing';
import { ItemState } from './ItemState';
import { COLUMNS, isTask, stateOf } from './items';
import { refusal } from './refusals';
import type { Plan } from './usePlan';
import { VersionList } from './VersionList';
import { itemTitle, measureOf, shownText } from './words';

interface Props {
  layer: PlanLayer;
  item: PlanItem;
  plan: Plan;
  mayEdit: boolean;
  onBack: () => void;
  onOpen: (layer: PlanLayer, id: string) => void;
  onEdit: () => void;
  onReissue: () => void;
  /** Asks the supervision for another state of it; undefined where that is not for the reader. */
  onAsk?: () => void;
  onEnded: () => void;
}

/** One place, route or permit: what it says, what is wrong with it, what it was. */
export function ItemCard({ layer, item, plan, mayEdit, onBack, onOpen, onEdit, onReissue, onAsk, onEnded }: Props) {
  const t = useText();
  const store = useStore();
  const [ending, setEnding] = useState(false);
  const conflicts = layer === 'permits' ? plan.conflicts.filter(({ permitId }) => permitId === item.id) : [];
  const columns = layer === 'permits' ? [...COLUMNS.permits, 'entered_at'] : COLUMNS[layer];
  const ended = stateOf(item, store.now()) === 'ended';
  return (
    <div className="plan-card" data-item-card={item.id}>
      <header>
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t.plan.layers[layer]} onClick={onBack} />
        <b>{itemTitle(layer, item, plan, t)}</b>
        <ItemState item={item} />
      </header>
      {mayEdit && (
        <p className="plan-actions">
          <Button size="small" onClick={onEdit} data-action="edit">
            {t.plan.edit}
          </Button>
          {layer === 'permits' && (
            <Tooltip title={t.plan.reissueHint}>
              <Button size="small" onClick={onReissue} data-action="reissue">
                {t.plan.reissue}
              </Button>
            </Tooltip>
          )}
          {!ended && (
            <Button size="small" danger onClick={() => setEnding(true)} data-action="end">
              {t.plan.end}
            </Button>
          )}
        </p>
      )}
      {onAsk && !ended && (
        <p className="plan-actions">
          <Button size="small" onClick={onAsk} data-action="ask-change">
            {t.permitRequests.change}
          </Button>
        </p>
      )}
      {conflicts.map((one) => (
        <p key={one.kind + one.objectId} className="warn">
          {t.plan.conflict[one.kind]} <span className="dim">{[plan.nameOf(one.objectId), measureOf(one, t)].filter(Boolean).join(' · ')}</span>
        </p>
      ))}
      <dl className="plan-facts">
        {columns.map((column) => (
          <div key={column}>
            <dt>{t.plan.field[column as keyof typeof t.plan.field]}</dt>
            <dd>{column === 'plate' ? <VehicleLink plate={item.columns.plate} /> : <Value layer={layer} column={column} item={item} plan={plan} onOpen={onOpen} />}</dd>
          </div>
        ))}
        {item.geometry && (
          <div>
            <dt>{t.plan.shape}</dt>
            <dd className="number">{sizeOf(item, t)}</dd>
          </div>
        )}
      </dl>
      <VersionList layer={layer} id={item.id} version={item.version} plan={plan} />
      {ending && (
        <EndDialog
          layer={layer}
          item={item}
          onClose={(done) => {
            setEnding(false);
            if (done) onEnded();
          }}
        />
      )}
    </div>
  );
}

function sizeOf({ geometry }: PlanItem, t: ReturnType<typeof useText>): string {
  const drawing = drawingOf(geometry);
  if (!drawing) return geometry?.type ?? '';
  return drawing.kind === 'Polygon' ? t.plan.area(areaText(areaOf(drawing.points))) : t.plan.length(metresText(lengthOf(drawing)));
}

/** Routes and places that a permit names are one click away. */
function Value({ layer, column, item, plan, onOpen }: Pick<Props, 'layer' | 'item' | 'plan' | 'onOpen'> & { column: string }) {
  const t = useText();
  const text = item.columns[column] ?? '';
  const to = ({ site_id: 'places', disposal_ids: 'places', route_ids: 'routes' } as const)[column];
  if (layer !== 'permits' || !to || text === '') return <>{shownText(column, text, plan, t, item.columns)}</>;
  return (
    <>
      {text.split(';').map((id) => (
        <button key={id} type="button" className="plan-link" onClick={() => onOpen(to, id)}>
          {to === 'places' ? plan.nameOf(id) : id}
        </button>
      ))}
    </>
  );
}

function EndDialog({ layer, item, onClose }: { layer: PlanLayer; item: PlanItem; onClose: (done: boolean) => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    try {
      await api.endPlanItem(layer, item.id, item.version, null, reason);
      void message.success(t.plan.saved);
      onClose(true);
    } catch (error) {
      void message.error(refusal(error as Error, t));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t.plan.endTitle(item.columns.name || item.id)}
      okText={t.plan.end}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      cancelText={t.common.cancel}
      confirmLoading={busy}
      onOk={() => void end()}
      onCancel={() => onClose(false)}
    >
      <p>{isTask(layer) ? t.plan.endTaskHint : t.plan.endHint}</p>
      <Input.TextArea autoFocus rows={2} maxLength={500} placeholder={t.plan.needReason} aria-label={t.plan.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
    </Modal>
  );
}
