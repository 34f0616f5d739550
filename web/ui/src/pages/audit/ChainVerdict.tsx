import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { AuditVerdict } from '../../api/auditTypes';
import { useText } from '../../i18n/language';

/** Proves, when asked, that every line of the log follows from the one before. */
export function ChainVerdict() {
  const t = useText();
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = () => {
    setAsking(true);
    setError(null);
    api
      .verifyAudit()
      .then(setVerdict, (failure: Error) => setError(failure.message))
      .finally(() => setAsking(false));
  };
  return (
    <>
      <Button icon={<SafetyCertificateOutlined />} loading={asking} onClick={ask}>
        {t.audit.verify}
      </Button>
      {error && <Alert type="error" showIcon title={error} />}
      {verdict && !error && (
        <Alert
          showIcon
          type={verdict.brokenAt === null ? 'success' : 'error'}
          title={
            <span title={`${t.audit.root} ${verdict.root}`}>
              {verdict.brokenAt === null ? t.audit.intact(verdict.lines) : t.audit.broken(verdict.brokenAt)}
            </span>
          }
        />
      )}
    </>
  );
}
