import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../api/api';
import type { Driver, DriverTurn } from '../../api/keepingTypes';
import { useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { routeTo } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { mayKeep, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { ChangeDriver } from './ChangeDriver';
import { EndDialog } from './EndDialog';
import { LateMark } from './LateMark';
import { NewDriverForm } from './NewDriverForm';
import { counting, daysLeft } from './drivers';
import { mayEnd, moment } from './layUps';
import { TurnForm } from './TurnForm';

const SOON_DAYS = 30;

/** 驾驶员: who drives for the company, which vehicle, and until when the qualification lasts. */
export function DriversBoard({ lead }: { lead: ReactNode }) {
  const t = useText();
  const user = useUser();
  const request = useRequest(() => api.drivers(), []);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div className="toolbar">
        {lead}
        {mayKeep(user) && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-new-driver>
            {t.register.newDriver}
          </Button>
        )}
        <span className="dim">{t.register.driversIntro}</span>
      </div>
      <Loaded request={request}>
        {({ time, drivers }) =>
          drivers.length === 0 ? <Nothing title={t.register.noDrivers} hint={t.register.noDriversHint} /> : <List drivers={drivers} time={time} onChanged={request.reload} />
        }
      </Loaded>
      {adding && (
        <NewDriverForm
          onDone={(filed) => {
            setAdding(false);
            if (filed) request.reload();
          }}
        />
      )}
    </>
  );
}

interface ListProps {
  drivers: readonly Driver[];
  time: string;
  onChanged: () => void;
}

function List({ drivers, time, onChanged }: ListProps) {
  const t = useText();
  return (
    <div className="fill panel kept" data-drivers={drivers.length}>
      <div className="kept-row kept-heads dim" aria-hidden="true">
        <span>{t.register.driver}</span>
        <span>{t.register.licence}</span>
        <span>{t.register.validTo}</span>
        <span>{t.register.drives}</span>
        <span />
      </div>
      <LongList of={drivers}>{(one) => <Row key={one.id} of={one} time={time} onChanged={onChanged} />}</LongList>
    </div>
  );
}

function Row({ of, time, onChanged }: { of: Driver; time: string; onChanged: () => void }) {
  const t = useText();
  const user = useUser();
  const [asking, setAsking] = useState<'turn' | 'change' | null>(null);
  const keeps = mayKeep(user);
  const { shown, past } = counting(of.turns);
  const done = (changed: boolean) => {
    setAsking(null);
    if (changed) onChanged();
  };
  return (
    <li className="kept-row" data-driver={of.id}>
      <span>
        <b>{of.name}</b>
        {of.leftAt !== null && <Tag>{t.register.left}</Tag>}
        {user.seesCity && <span className="dim">{of.company}</span>}
      </span>
      <span className="number">{of.licence}</span>
      <span>
        <Valid to={of.validTo} time={time} />
      </span>
      <span>
        {shown.length === 0 && <span className="dim">{t.register.drivesNothing}</span>}
        {shown.map((turn) => (
          <Turn key={turn.id} of={turn} keeps={keeps} onChanged={onChanged} />
        ))}
        {past > 0 && <span className="dim">{t.register.pastTurns(past)}</span>}
      </span>
      <span className="kept-moves">
        {keeps && of.leftAt === null && (
          <Button size="small" onClick={() => setAsking('turn')} data-assign={of.id}>
            {t.register.assign}
          </Button>
        )}
        {keeps && (
          <Button size="small" onClick={() => setAsking('change')} data-change-driver={of.id}>
            {t.register.change}
          </Button>
        )}
      </span>
      {asking === 'turn' && <TurnForm driver={of} onDone={done} />}
      {asking === 'change' && <ChangeDriver driver={of} onDone={done} />}
    </li>
  );
}

/** The last day of a qualification, which draws near or is over. */
function Valid({ to, time }: { to: string | null; time: string }) {
  const t = useText();
  if (to === null) return <span className="dim">{t.register.validUnknown}</span>;
  const left = daysLeft(to, time);
  return (
    <>
      <span className="number">{to}</span>
      {left < 0 ? <span className="bad">{t.register.expired}</span> : left < SOON_DAYS && <span className="warn">{t.register.expires(left)}</span>}
    </>
  );
}

function Turn({ of, keeps, onChanged }: { of: DriverTurn; keeps: boolean; onChanged: () => void }) {
  const t = useText();
  const [ending, setEnding] = useState(false);
  return (
    <span className="kept-step" data-turn={of.plate}>
      <a href={routeTo('vehicle', of.plate)}>{of.plate}</a> <span className="number">{`${moment(of.from)} – ${moment(of.until) ?? t.register.openEnd}`}</span> <LateMark hours={of.lateHours} />{' '}
      {keeps && mayEnd(of) && (
        <Button type="link" size="small" onClick={() => setEnding(true)} data-end-turn={of.plate}>
          {t.register.endTurn}
        </Button>
      )}
      {ending && (
        <EndDialog
          title={`${t.register.endTurn} · ${of.plate}`}
          hint={t.register.endTurnHint}
          send={(reason, until) => api.endTurn(of.id, { version: of.version, reason, until })}
          onDone={(changed) => {
            setEnding(false);
            if (changed) onChanged();
          }}
        />
      )}
    </span>
  );
}
