import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { useText } from '../../i18n/language';

/** What the report says of one company, as a file for it: its own rows and nothing else. */
export function ExtractPick({ id }: { id: number }) {
  const t = useText();
  const request = useRequest(() => api.companies(), []);
  const [company, setCompany] = useState<string | null>(null);
  return (
    <div className="run-moves">
      <Select
        showSearch
        placeholder={t.reports.extractOf}
        value={company}
        onChange={setCompany}
        options={(request.data?.companies ?? []).map(({ name }) => ({ value: name, label: name }))}
        style={{ minWidth: 220 }}
      />
      <Button icon={<DownloadOutlined />} disabled={company === null} href={company === null ? undefined : api.extractAddress(id, company)} data-extract="">
        {t.reports.extract}
      </Button>
    </div>
  );
}
