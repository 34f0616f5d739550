import { FormOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { later } from '../../../common/Later';
import { mayReportEvents, useUser } from '../../../common/user';
import { useText } from '../../../i18n/language';

const LeadDialog = later(() => import('./LeadDialog'));

/** 登记线索: a call, a citizen's report or a patrol's find becomes a case. */
export function ReportLead({ onFiled }: { onFiled: () => void }) {
  const t = useText();
  const user = useUser();
  const [open, setOpen] = useState(false);
  if (!mayReportEvents(user)) return null;
  const close = (filed: boolean) => {
    setOpen(false);
    if (filed) onFiled();
  };
  return (
    <>
      <Button type="primary" icon={<FormOutlined />} onClick={() => setOpen(true)} data-report-lead>
        {t.lead.report}
      </Button>
      {open && (
        <div className="lead-wait">
          <LeadDialog onDone={close} />
        </div>
      )}
    </>
  );
}
