import type { CaseDetail } from '../../api/caseTypes';
import { useText } from '../../i18n/language';
import { limitText } from './words';

/** What was asked and answered of more time, for who has to decide and for who has asked. */
export function ExtensionNote({ detail }: { detail: CaseDetail }) {
  const t = useText();
  const last = (move: 'ASK_EXTENSION' | 'REFUSE_EXTENSION') => detail.steps.filter((step) => step.move === move).at(-1);
  if (detail.extension === 'ASKED' && detail.extra) {
    const { actor = '', note = '' } = last('ASK_EXTENSION') ?? {};
    return (
      <p className="extension-note" data-extension-note="ASKED">
        {t.cases.extensionWaits(actor, limitText(detail.extra, t), note)}
      </p>
    );
  }
  if (detail.extension === 'REFUSED' && detail.stage === 'HANDLING') {
    return (
      <p className="extension-note bad" data-extension-note="REFUSED">
        {t.cases.extensionRefusedFor(last('REFUSE_EXTENSION')?.note ?? '')}
      </p>
    );
  }
  return null;
}
