import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { PermitRequest } from '../../../api/permitTypes';
import { useText } from '../../../i18n/language';

interface Props {
  of: PermitRequest;
  busy: boolean;
  onRefuse: (reason: string) => void;
  onClose: () => void;
}

/** 退回: why a request is not taken in, for the company to read. */
export function RefuseDialog({ of, busy, onRefuse, onClose }: Props) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={t.permitRequests.refuseTitle(of.permitId)}
      okText={t.permitRequests.refuse}
      okButtonProps={{ disabled: reason.trim() === '' }}
      cancelText={t.common.cancel}
      confirmLoading={busy}
      onOk={() => onRefuse(reason)}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        rows={2}
        maxLength={500}
        placeholder={t.permitRequests.refuseHint}
        aria-label={t.permitRequests.refuseReason}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        data-field="refuse-reason"
      />
    </Modal>
  );
}
