import { App, Button, DatePicker, Input, Modal, Tooltip } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Catalogue } from '../../api/ruleTypes';
import { fromPicker } from '../../common/picker';
import { mayProposeRules, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import type { Tried } from './parameters';
import { Changed } from './TrialList';

const LONGEST_REASON = 500;

interface Props {
  catalogue: Catalogue;
  company: string;
  values: Tried;
  onProposed: () => void;
}

/** Asks another person for what stands in the column of trial values. */
export function ProposeButton({ catalogue, company, values, onProposed }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const allowed = mayProposeRules(useUser());
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState<Dayjs | null>(null);
  const nothing = Object.keys(values).length === 0;
  const propose = async () => {
    setBusy(true);
    try {
      await api.propose({ base: catalogue.newest, company, values, reason, inForceFrom: from && new Date(fromPicker(from)).toISOString() });
      void message.success(t.rules.proposed);
      setOpen(false);
      onProposed();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Tooltip title={!allowed ? t.rules.mayNotPropose : nothing ? t.rules.nothingTried : t.rules.proposeHint}>
        <Button disabled={!allowed || nothing} onClick={() => setOpen(true)} data-propose>
          {t.rules.propose}
        </Button>
      </Tooltip>
      <Modal
        open={open}
        title={`${t.rules.propose} · ${company || t.rules.city}`}
        okText={t.rules.propose}
        cancelText={t.common.cancel}
        okButtonProps={{ disabled: reason.trim() === '' }}
        confirmLoading={busy}
        onOk={() => void propose()}
        onCancel={() => setOpen(false)}
        width={480}
      >
        <div className="rules-propose">
          <p>
            <Changed company="" changed={values} />
          </p>
          <label>
            <span>{t.rules.reason}</span>
            <Input.TextArea autoFocus rows={3} maxLength={LONGEST_REASON} placeholder={t.rules.reasonNeeded} value={reason} onChange={({ target }) => setReason(target.value)} />
          </label>
          <label>
            <span>{t.rules.inForceFrom}</span>
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" placeholder={t.rules.whenApproved} value={from} onChange={(date) => setFrom(date)} style={{ width: '100%' }} />
          </label>
          <p className="dim">{t.rules.proposeHint}</p>
        </div>
      </Modal>
    </>
  );
}
