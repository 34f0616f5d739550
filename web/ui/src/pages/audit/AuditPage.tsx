import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { AuditFilter } from '../../api/auditTypes';
import { Formats, TABLE_FORMATS } from '../../common/ExportMenu';
import { periodOf, PeriodPicker, type DayPeriod } from '../../common/PeriodPicker';
import { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { mayExport, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { AuditTable } from './AuditTable';
import { ChainVerdict } from './ChainVerdict';
import { objectCode } from './told';

/** 审计日志: who did what, from where; and whether any of it was changed. */
export default function AuditPage() {
  const t = useText();
  const user = useUser();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [period, setPeriod] = useState<DayPeriod>();
  const [older, setOlder] = useState<string[]>([]);
  const cursor = older.at(-1);
  const request = useRequest(() => api.audit({ ...filter, cursor }), [filter, cursor]);
  const choose = (part: AuditFilter) => {
    setOlder([]);
    setFilter((before) => ({ ...before, ...part }));
  };
  const within = (chosen?: DayPeriod) => {
    setPeriod(chosen);
    choose({ from: chosen?.from, to: chosen?.to });
  };
  return (
    <div className="ledger">
      <div className="toolbar">
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={t.audit.anyAction}
          placeholder={t.audit.anyAction}
          onChange={(action?: string) => choose({ action })}
          options={Object.entries(t.audit.actions).map(([value, label]) => ({ value, label }))}
          style={{ width: 190 }}
        />
        <Input.Search allowClear placeholder={t.audit.login} onSearch={(login) => choose({ login })} style={{ width: 160 }} />
        <Input.Search allowClear placeholder={t.audit.objectHint} onSearch={(text) => choose({ object: objectCode(text, t) })} style={{ width: 200 }} />
        <PeriodPicker period={period} label={t.audit.period} onChange={(days) => within(periodOf(days))} onClear={() => within()} />
        {mayExport(user) && <Formats formats={TABLE_FORMATS} span={() => filter} address={api.foundAuditAddress} />}
        <ChainVerdict />
      </div>
      <Loaded request={request}>
        {({ lines, next }) =>
          lines.length === 0 ? (
            <Nothing title={t.audit.empty} hint={t.audit.emptyHint} />
          ) : (
            <>
              <AuditTable lines={lines} />
              {next && (
                <Button className="more" onClick={() => setOlder((before) => [...before, next])}>
                  {t.audit.more}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </div>
  );
}
