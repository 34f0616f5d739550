import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, DatePicker, Space } from 'antd';
import dayjs from 'dayjs';
import { useText } from '../i18n/language';

const FORMAT = 'YYYY-MM-DD';

/** A day of the city as text, with the day before and after a click away. */
export function DayPicker({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const { common } = useText();
  const step = (days: number) => onChange(dayjs(value).add(days, 'day').format(FORMAT));
  return (
    <Space.Compact>
      <Button icon={<LeftOutlined />} aria-label={common.dayBefore} title={common.dayBefore} onClick={() => step(-1)} />
      <DatePicker aria-label={common.day} allowClear={false} value={dayjs(value)} onChange={(date) => date && onChange(date.format(FORMAT))} />
      <Button icon={<RightOutlined />} aria-label={common.dayAfter} title={common.dayAfter} onClick={() => step(1)} />
    </Space.Compact>
  );
}
