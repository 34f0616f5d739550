import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../api/api';
import type { LayUp } from '../../api/keepingTypes';
import { useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { routeTo } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { mayKeep, useUser } from '../../common/user';
import { day, monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';
import { EndDialog } from './EndDialog';
import { LateMark } from './LateMark';
import { LayUpForm } from './LayUpForm';
import { mayEnd, moment, ordered } from './layUps';

const COLOUR = { COMING: 'blue', RUNNING: 'orange', ENDED: 'default', WITHDRAWN: 'default' } as const;

/** 报停、复驶: which vehicles do not run, who has said so and why, and whether they were driven all the same. */
export function LayUpsBoard({ lead }: { lead: ReactNode }) {
  const t = useText();
  const user = useUser();
  const request = useRequest(() => api.layUps(), []);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div className="toolbar">
        {lead}
        {mayKeep(user) && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-lay-up>
            {t.register.layUp}
          </Button>
        )}
        <span className="dim">{t.register.layUpIntro}</span>
      </div>
      <Loaded request={request}>
        {({ layUps }) =>
          layUps.length === 0 ? <Nothing title={t.register.noLayUps} hint={t.register.noLayUpsHint} /> : <List layUps={ordered(layUps)} onChanged={request.reload} />
        }
      </Loaded>
      {adding && (
        <LayUpForm
          onDone={(filed) => {
            setAdding(false);
            if (filed) request.reload();
          }}
        />
      )}
    </>
  );
}

/** One under another: on a phone each is a card. */
function List({ layUps, onChanged }: { layUps: readonly LayUp[]; onChanged: () => void }) {
  const t = useText();
  return (
    <div className="fill panel kept" data-lay-ups={layUps.length}>
      <div className="kept-row kept-heads dim" aria-hidden="true">
        <span>{t.column.state}</span>
        <span>{t.column.plate}</span>
        <span>{t.register.span}</span>
        <span>{t.register.reason}</span>
        <span />
      </div>
      <LongList of={layUps}>{(one) => <Row key={one.id ?? `${one.plate} ${one.from}`} of={one} onChanged={onChanged} />}</LongList>
    </div>
  );
}

function Row({ of, onChanged }: { of: LayUp; onChanged: () => void }) {
  const t = useText();
  const user = useUser();
  const [ending, setEnding] = useState(false);
  const filed = of.steps[0];
  return (
    <li className="kept-row" data-lay-up-of={of.plate} data-state={of.state}>
      <span>
        <Tag color={COLOUR[of.state]}>{t.register.layUpState[of.state]}</Tag>
        {filed && <LateMark hours={of.lateHours} hint={t.register.lateHint(monthDayTime(filed.at))} />}
      </span>
      <span>
        <a href={routeTo('vehicle', of.plate)}>{of.plate}</a>
        {user.seesCity && <span className="dim">{of.company}</span>}
      </span>
      <span className="number">
        <span>{`${moment(of.from) ?? t.register.always} – ${of.state === 'WITHDRAWN' ? t.register.never : (moment(of.until) ?? t.register.openEnd)}`}</span>
        {of.drivenKm >= 0.05 && <b className="bad" title={t.register.drivenHint} data-driven>{t.register.driven(of.drivenKm.toFixed(1))}</b>}
      </span>
      <span>
        {of.steps.map((step) => (
          <span key={step.at + step.reason} className="kept-step">
            {step.reason} <span className="dim">{`${step.by} ${monthDayTime(step.at)}`}</span>
          </span>
        ))}
        {of.id === null && <span className="dim">{t.register.fromFile(of.saidBy)}</span>}
      </span>
      <span className="kept-moves">
        {mayKeep(user) && mayEnd(of) && (
          <Button size="small" onClick={() => setEnding(true)} data-end-lay-up={of.plate}>
            {of.state === 'COMING' ? t.register.withdraw : t.register.runAgain}
          </Button>
        )}
      </span>
      {ending && of.id !== null && (
        <EndDialog
          title={`${of.state === 'COMING' ? t.register.withdrawOrMove : t.register.runAgain} · ${of.plate}`}
          hint={of.state === 'COMING' ? t.register.withdrawHint(day(of.from ?? '')) : t.register.runAgainHint}
          send={(reason, until) => api.endLayUp(of.id as string, { version: of.version, reason, until })}
          onDone={(changed) => {
            setEnding(false);
            if (changed) onChanged();
          }}
        />
      )}
    </li>
  );
}
