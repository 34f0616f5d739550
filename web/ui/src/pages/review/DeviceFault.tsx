import { ToolOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { AlertRow } from '../../api/types';
import { go } from '../../common/route';
import { usePageKeys } from '../../common/usePageKeys';
import { mayReportEvents, mayReview, useUser } from '../../common/user';
import { useText } from '../../i18n/language';

interface Props {
  alert: AlertRow;
  active: boolean;
  /** Rejects the alert for this reason; false where that failed. */
  onReject: () => Promise<boolean>;
}

/** 设备故障: the alert is rejected as a sensor's, and the device becomes a case. */
export function DeviceFaultButton({ alert, active, onReject }: Props) {
  const t = useText();
  const user = useUser();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const may = alert.review === null && alert.plate !== '' && mayReview(user, alert.rule) && mayReportEvents(user);
  const run = async () => {
    setBusy(true);
    try {
      if (!(await onReject())) return;
      const { caseId } = await api.reportEvent({
        sourceId: `alert-${alert.id}-device`,
        type: 'DEVICE',
        title: t.review.deviceTitle(alert.plate, alert.rule),
        plate: alert.plate,
        time: alert.start,
      });
      void message.success(
        <Button type="link" size="small" onClick={() => go('cases', caseId)}>
          {t.review.deviceCase(caseId)}
        </Button>,
      );
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const ask = () =>
    void modal.confirm({ title: t.review.deviceFault, content: t.review.deviceFaultHint(alert.plate), okText: t.review.deviceFault, cancelText: t.common.cancel, onOk: run });
  usePageKeys(active && may && !busy, { f: ask });
  if (!may) return null;
  return (
    <Button size="large" icon={<ToolOutlined />} loading={busy} data-action="device" onClick={ask}>
      {t.review.deviceFault} <kbd>F</kbd>
    </Button>
  );
}
