import { App, Button, Select } from 'antd';
import { DEVICE_FAULTS, type DeviceCompany, type DeviceFault } from '../../api/deviceTypes';
import { go, useRoute } from '../../common/route';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { FindingRow } from './FindingRow';
import { useFindings } from './useFindings';

/** The findings of one company or of all, of one kind or of all; both stand in the address. */
export function HealthDesk() {
  const t = useText();
  const { message } = App.useApp();
  const { query } = useRoute();
  const company = query.get('company') ?? undefined;
  const fault = DEVICE_FAULTS.find((one) => one === query.get('fault'));
  const { request, further, next, busy, more } = useFindings({ company, fault });
  const show = (wanted: { company?: string; fault?: DeviceFault }) =>
    go('devices', 'health', Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
  return (
    <Loaded request={request}>
      {({ time, companies, findings }) => (
        <div className="devices" data-devices="ready">
          <Companies companies={companies} chosen={company} onChoose={(name) => show({ company: name, fault })} />
          <section className="panel devices-list">
            <Kinds companies={companies} company={company} chosen={fault} onChoose={(one) => show({ company, fault: one })} />
            {findings.length === 0 ? (
              <Nothing title={t.devices.none} hint={company || fault ? t.devices.noneHint : undefined} />
            ) : (
              <ol>
                {[...findings, ...further].map((finding) => (
                  <FindingRow key={finding.id} finding={finding} now={Date.parse(time)} onTold={request.reload} />
                ))}
                {next !== null && (
                  <li className="devices-more">
                    <Button loading={busy} onClick={() => void more().catch((error: Error) => message.error(error.message))}>
                      {t.devices.more}
                    </Button>
                  </li>
                )}
              </ol>
            )}
          </section>
        </div>
      )}
    </Loaded>
  );
}

interface CompaniesProps {
  companies: readonly DeviceCompany[];
  chosen: string | undefined;
  onChoose: (company: string | undefined) => void;
}

/** Those with most to do first; on a narrow screen a list to choose from. */
function Companies({ companies, chosen, onChoose }: CompaniesProps) {
  const { devices } = useText();
  if (companies.length < 2) return null;
  return (
    <aside className="panel devices-companies">
      <Select
        showSearch
        allowClear
        value={chosen}
        placeholder={devices.allCompanies}
        aria-label={devices.company}
        onChange={(name?: string) => onChoose(name)}
        options={companies.map(({ company }) => ({ value: company, label: company }))}
      />
      <ol>
        {companies.map(({ company, fleet }) => (
          <li key={company}>
            <button type="button" className={company === chosen ? 'on' : ''} aria-pressed={company === chosen} onClick={() => onChoose(company === chosen ? undefined : company)} data-company={company}>
              <b className="ellipsis" title={company}>
                {company}
              </b>
              <small className="dim number">{devices.fleet(fleet.vehicles)}</small>
              <small className="number">
                {fleet.silent > 0 && <span className="warn">{devices.silentCount(fleet.silent)}</span>} {fleet.faulty > 0 && <span className="bad">{devices.faultyCount(fleet.faulty)}</span>}
                {fleet.silent + fleet.faulty === 0 && <span className="good">{devices.inOrder}</span>}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </aside>
  );
}

interface KindsProps {
  companies: readonly DeviceCompany[];
  company: string | undefined;
  chosen: DeviceFault | undefined;
  onChoose: (fault: DeviceFault | undefined) => void;
}

/** How much there is of each kind; what there is none of is not there to choose. */
function Kinds({ companies, company, chosen, onChoose }: KindsProps) {
  const { devices } = useText();
  const counted = companies.filter((one) => company === undefined || one.company === company);
  const count = (fault: DeviceFault) => counted.reduce((sum, { counts }) => sum + (counts[fault] ?? 0), 0);
  const all = DEVICE_FAULTS.reduce((sum, fault) => sum + count(fault), 0);
  return (
    <div className="toolbar kinds devices-kinds">
      <button type="button" className={chosen === undefined ? 'on' : ''} onClick={() => onChoose(undefined)}>
        {devices.everything} <b>{all}</b>
      </button>
      {DEVICE_FAULTS.filter((fault) => fault === chosen || count(fault) > 0).map((fault) => (
        <button type="button" key={fault} className={fault === chosen ? 'on' : ''} aria-pressed={fault === chosen} onClick={() => onChoose(fault === chosen ? undefined : fault)} data-fault={fault}>
          {devices.fault[fault]} <b>{count(fault)}</b>
        </button>
      ))}
    </div>
  );
}
