import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import { api } from '../../api/api';
import type { Conduct, Ranking } from '../../api/leadTypes';
import { useRequest } from '../../common/hooks';
import { LongList } from '../../common/LongList';
import { VehicleLink } from '../../common/Marks';
import type { DayPeriod } from '../../common/PeriodPicker';
import { Score } from '../../common/Score';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';

/** 行为画像 (P10): whose loaded trips went otherwise than those of the others, trucks and companies. */
export function Behaviour({ period }: { period: DayPeriod }) {
  const t = useText();
  const request = useRequest(() => api.behaviour(period.from, period.to), [period]);
  return (
    <div className="leads-columns" data-behaviour={request.data ? 'ready' : 'asking'}>
      <Loaded request={request}>
        {({ trucks, companies }) => (
          <>
            <Column title={t.leads.trucks} ranking={trucks} plates />
            <Column title={t.leads.companies} ranking={companies} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Column({ title, ranking, plates = false }: { title: string; ranking: Ranking; plates?: boolean }) {
  const t = useText();
  const { compared, tooFew } = ranking;
  return (
    <section className="panel leads-panel">
      <h2>{title}</h2>
      <Tabs
        className="track-tabs"
        items={[
          {
            key: 'compared',
            label: t.leads.compared(compared.length),
            children: compared.length === 0 ? <Nothing title={t.leads.nobody} hint={t.leads.nobodyHint} /> : <LongList of={compared} className="reverse-list">{(one) => <Compared key={one.name} conduct={one} plate={plates} />}</LongList>,
          },
          {
            key: 'few',
            label: t.leads.tooFew(tooFew.length),
            children: (
              <>
                <p className="dim">{t.leads.tooFewHint}</p>
                <LongList of={tooFew} className="reverse-list">
                  {(one) => (
                    <li key={one.name}>
                      <Name conduct={one} plate={plates} />
                      <p className="dim">{t.leads.conduct(one.trips, percent(one.observed))}</p>
                    </li>
                  )}
                </LongList>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

const percent = (share: number | null) => (share === null ? '—' : `${Math.round(share * 100)}%`);

function Name({ conduct: { name, company }, plate }: { conduct: Conduct; plate: boolean }) {
  return (
    <header>
      {plate ? <VehicleLink plate={name} /> : <b>{name}</b>}
      {plate && <span className="dim">{company}</span>}
    </header>
  );
}

function Compared({ conduct, plate }: { conduct: Conduct; plate: boolean }) {
  const t = useText();
  return (
    <li data-conduct={conduct.name}>
      <Name conduct={conduct} plate={plate} />
      <Score of={conduct.score} title={t.leads.score} />
      <p className="dim">{t.leads.conduct(conduct.trips, percent(conduct.observed))}</p>
      <ul>
        {conduct.indicators.map(({ kind, weight, cases, of, usual, held }) => (
          <li key={kind} className={held ? '' : 'dim'}>
            {held ? <CheckOutlined className="good" /> : <CloseOutlined />} {t.leads.indicator[kind]} <span className="number">+{weight.toFixed(2)}</span>{' '}
            <span className="dim number">{of === 0 ? t.leads.notCounted : t.leads.share(cases, of, percent(usual))}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
