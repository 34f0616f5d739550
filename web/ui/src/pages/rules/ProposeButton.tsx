import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { Catalogue } from '../../api/ruleTypes';
import { mayProposeRules, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import type { Tried } from './parameters';
import { ProposeDialog } from './ProposeDialog';
import { Changed } from './TrialList';

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
  const nothing = Object.keys(values).length === 0;
  return (
    <>
      <Tooltip title={!allowed ? t.rules.mayNotPropose : nothing ? t.rules.nothingTried : t.rules.proposeHint}>
        <Button disabled={!allowed || nothing} onClick={() => setOpen(true)} data-propose>
          {t.rules.propose}
        </Button>
      </Tooltip>
      {open && (
        <ProposeDialog
          title={`${t.rules.propose} · ${company || t.rules.city}`}
          hint={t.rules.proposeHint}
          propose={(reason, inForceFrom) => api.propose({ base: catalogue.newest, company, values, reason, inForceFrom })}
          onDone={() => {
            void message.success(t.rules.proposed);
            setOpen(false);
            onProposed();
          }}
          onCancel={() => setOpen(false)}
        >
          <Changed company="" changed={values} />
        </ProposeDialog>
      )}
    </>
  );
}
