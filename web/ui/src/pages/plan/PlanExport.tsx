import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { api } from '../../api/api';
import type { PlanFormat, PlanLayer } from '../../api/planTypes';
import { mayExport, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { shapeOf } from './items';

const TABLES: readonly PlanFormat[] = ['CSV', 'XLSX'];
const DRAWN: readonly PlanFormat[] = ['GEOJSON', 'KML', 'CSV', 'XLSX', 'GPKG', 'SHAPEFILE'];

/** A layer as a file that can be brought in again. */
export function PlanExport({ layer }: { layer: PlanLayer }) {
  const t = useText();
  const user = useUser();
  if (!mayExport(user)) return null;
  const formats = shapeOf(layer) === null ? TABLES : DRAWN;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: formats.map((key) => ({ key, label: t.plan.formats[key] })),
        onClick: ({ key }) => location.assign(api.planFileAddress(layer, key as PlanFormat)),
      }}
    >
      <Button icon={<DownloadOutlined />} data-export={formats.length}>
        {t.common.export}
      </Button>
    </Dropdown>
  );
}
