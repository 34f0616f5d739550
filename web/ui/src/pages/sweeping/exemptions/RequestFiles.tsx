import { FilePdfOutlined, PaperClipOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useState } from 'react';
import type { ExemptionFile, ExemptionRequest } from '../../../api/exemptionTypes';
import { useText } from '../../../i18n/language';
import { EVIDENCE_FILES, MOST_FILES, attach } from './attach';

/** What shows the reason: pictures and papers, for whoever decides; who asks may add some until somebody has. */
export function RequestFiles({ of, onAdded }: { of: ExemptionRequest; onAdded: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const adds = of.own && of.decision === null && of.files.length < MOST_FILES;
  if (of.files.length === 0 && !adds) return null;
  const add = async (files: readonly File[]) => {
    setSending(true);
    try {
      await attach(of.id, files, t.exemptions.noEvidenceFile);
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setSending(false);
      onAdded();
    }
  };
  return (
    <ul className="exemption-files" data-files={of.files.length}>
      {of.files.map((file, index) => (
        <li key={file.id}>
          <a href={file.url} target="_blank" rel="noreferrer" aria-label={t.exemptions.file(index + 1)}>
            <Preview file={file} />
          </a>
        </li>
      ))}
      {adds && (
        <li>
          <label className="exemption-attach">
            <PaperClipOutlined /> {sending ? t.exemptions.sending : t.exemptions.attach}
            <input type="file" multiple accept={EVIDENCE_FILES} disabled={sending} onChange={({ target }) => void add([...(target.files ?? [])])} data-attach />
          </label>
        </li>
      )}
    </ul>
  );
}

function Preview({ file }: { file: ExemptionFile }) {
  if (file.contentType === 'application/pdf') return <FilePdfOutlined />;
  return <img src={file.url} alt="" loading="lazy" decoding="async" />;
}
