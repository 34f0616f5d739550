import { Button, Table, type TableColumnsType } from 'antd';
import { memo } from 'react';
import type { AlertRow } from '../../api/types';
import { GradeMark, LateMark, Measured, ReviewMark, RuleName, Severity, VehicleLink } from '../../common/Marks';
import { opens } from '../../common/opens';
import { go } from '../../common/route';
import { monthDayTime } from '../../domain/time';
import { useText } from '../../i18n/language';

interface Props {
  alerts: AlertRow[];
  onSelect: (alert: AlertRow) => void;
  height: number;
}

export const AlertTable = memo(function AlertTable({ alerts, onSelect, height }: Props) {
  const t = useText();
  const columns: TableColumnsType<AlertRow> = [
    { title: t.column.time, width: 104, defaultSortOrder: 'descend', sorter: (a, b) => a.decided.localeCompare(b.decided), render: (_, alert) => <span className="number">{monthDayTime(alert.decided)}</span> },
    { title: t.column.grade, width: 60, sorter: (a, b) => a.grade.localeCompare(b.grade), render: (_, alert) => <GradeMark grade={alert.grade} /> },
    { title: t.column.rule, width: 130, ellipsis: true, render: (_, alert) => <><RuleName alert={alert} /> <LateMark alert={alert} /></> },
    { title: t.column.severity, width: 84, sorter: (a, b) => a.severity - b.severity, render: (_, alert) => <Severity value={alert.severity} /> },
    { title: t.column.plate, width: 104, render: (_, alert) => <VehicleLink plate={alert.plate} /> },
    { title: t.column.company, width: 180, ellipsis: true, dataIndex: 'company' },
    { title: t.column.place, width: 150, ellipsis: true, render: (_, alert) => alert.placeName || alert.road || '—' },
    { title: t.column.measured, width: 130, render: (_, alert) => <Measured alert={alert} /> },
    { title: t.column.review, width: 80, render: (_, alert) => <ReviewMark alert={alert} /> },
    { title: '', width: 64, render: (_, alert) => <Button type="link" size="small" onClick={() => go('review', alert.id)}>{t.review.evidence}</Button> },
  ];
  return (
    <Table<AlertRow>
      size="small"
      virtual
      rowKey="id"
      columns={columns}
      dataSource={alerts}
      pagination={false}
      showSorterTooltip={false}
      scroll={{ x: 1090, y: height }}
      onRow={(alert) => opens(() => onSelect(alert))}
    />
  );
});
