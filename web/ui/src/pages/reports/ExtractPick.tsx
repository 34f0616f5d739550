import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { useText } from '../../i18n/language';
import { organisationOptions } from './organisations';

/** What the report says of one company, or of a district's, as a file for it: its own rows and nothing else. */
export function ExtractPick({ id }: { id: number }) {
  const t = useText();
  const request = useRequest(() => api.reportRecipients(), []);
  const [company, setCompany] = useState<string | null>(null);
  return (
    <div className="run-moves">
      <Select
        showSearch
        aria-label={t.reports.extractOf}
        placeholder={t.reports.extractOf}
        value={company}
        onChange={setCompany}
        options={organisationOptions(request.data?.organisations ?? [], t)}
        style={{ minWidth: 220 }}
      />
      {(['pdf', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          icon={<DownloadOutlined />}
          disabled={company === null}
          href={company === null ? undefined : api.extractAddress(id, company, format)}
          data-extract={format}
        >
          {t.reports[format]}
        </Button>
      ))}
    </div>
  );
}
