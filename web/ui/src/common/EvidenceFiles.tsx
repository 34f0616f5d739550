import { FilePdfOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { api } from '../api/api';
import { useText } from '../i18n/language';

/** An alert as files that leave the house; taking one is audited. */
export function EvidenceFiles({ alertId }: { alertId: string }) {
  const t = useText();
  return (
    <div className="evidence-files">
      <Tooltip title={t.review.bundleHint}>
        <Button size="small" icon={<SafetyCertificateOutlined />} href={api.evidenceBundleAddress(alertId)} download data-download="bundle">
          {t.review.bundle}
        </Button>
      </Tooltip>
      <Button size="small" icon={<FilePdfOutlined />} href={api.evidenceSheetAddress(alertId)} download data-download="sheet">
        {t.review.sheet}
      </Button>
    </div>
  );
}
