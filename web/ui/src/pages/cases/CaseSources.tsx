import type { CaseDetail, CaseSource } from '../../api/caseTypes';
import { EvidenceFiles } from '../../common/EvidenceFiles';
import { routeTo } from '../../common/route';
import { mayTakeEvidence, useUser } from '../../common/user';
import { monthDayTime } from '../../domain/time';
import { useText, word } from '../../i18n/language';
import { toldIn } from './lead/lead';
import { toldOf, type Told } from './told';

/** Who reported it; an alert leads to its evidence, where the reader may see that. */
export function CaseSources({ detail }: { detail: CaseDetail }) {
  const t = useText();
  const user = useUser();
  return (
    <>
      <h3>{t.cases.sourceTitle}</h3>
      <ol className="case-list" data-sources={detail.sourceList.length}>
        {detail.sourceList.map((source) => ({ source, told: toldIn(source.payload) })).map(({ source, told }) => (
          <li key={`${source.source} ${source.sourceId}`}>
            <time className="number dim">{monthDayTime(source.foundAt)}</time>
            <span>
              {told ? t.lead.by(t.cases.source[told.kind], source.source) : word(t.cases.source, source.source)} {ruleOf(source, t.rule)}
            </span>
            {source.source === 'alert' && detail.seesEvidence ? <a href={routeTo('review', source.sourceId)}>{t.cases.openAlert}</a> : <span className="dim">{told ? '' : source.sourceId}</span>}
            {source.source !== 'alert' && <Said {...(told ? { text: told.text, fields: [] } : toldOf(source.payload))} />}
            {source.source === 'alert' && mayTakeEvidence(user) && <EvidenceFiles alertId={source.sourceId} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What came with a report, for those who may read it. */
function Said({ text, fields }: Told) {
  if (text === '' && fields.length === 0) return null;
  return (
    <div className="case-said">
      {text && <q>{text}</q>}
      {fields.map(([name, value]) => (
        <span key={name}>
          <small className="dim">{name}</small> {value}
        </span>
      ))}
    </div>
  );
}

function ruleOf({ source, payload }: CaseSource, names: Record<string, string>): string {
  if (source !== 'alert') return '';
  const { rule } = JSON.parse(payload) as { rule?: string };
  return rule === undefined ? '' : `${rule} ${names[rule] ?? ''}`;
}
