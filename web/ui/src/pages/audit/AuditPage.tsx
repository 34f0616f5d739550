import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { AuditFilter } from '../../api/auditTypes';
import { ExportMenu } from '../../common/ExportMenu';
import { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { AuditTable } from './AuditTable';
import { ChainVerdict } from './ChainVerdict';

/** 审计日志: who did what, from where; and whether any of it was changed. */
export default function AuditPage() {
  const t = useText();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [older, setOlder] = useState<string[]>([]);
  const cursor = older.at(-1);
  const request = useRequest(() => api.audit({ ...filter, cursor }), [filter, cursor]);
  const choose = (part: AuditFilter) => {
    setOlder([]);
    setFilter((before) => ({ ...before, ...part }));
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
        <Input.Search allowClear placeholder={`${t.audit.object} · alert/17`} onSearch={(object) => choose({ object })} style={{ width: 200 }} />
        <ExportMenu table="audit" />
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
