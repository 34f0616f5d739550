import { FileExcelOutlined, FilePdfOutlined, FileTextOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { api } from '../../api/api';
import type { ReportRun } from '../../api/reportTypes';
import { useText } from '../../i18n/language';

/** A frozen report's files, which are the same whenever they are asked for. */
export function RunFiles({ run: { id, period } }: { run: ReportRun }) {
  const t = useText();
  const files = [
    { format: 'pdf', icon: <FilePdfOutlined />, words: t.reports.pdf },
    { format: 'docx', icon: <FileWordOutlined />, words: t.reports.docx },
    { format: 'xlsx', icon: <FileExcelOutlined />, words: t.reports.xlsx },
    { format: 'csv', icon: <FileTextOutlined />, words: t.reports.csv },
  ] as const;
  return (
    <>
      {files.map(({ format, icon, words }) => (
        <Button key={format} icon={icon} href={api.runAddress(id, format)} download={`${period}.${format}`} data-run-file={format}>
          {words}
        </Button>
      ))}
    </>
  );
}
