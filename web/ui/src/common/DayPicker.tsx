import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, DatePicker, Space } from 'antd';
import dayjs from 'dayjs';

const FORMAT = 'YYYY-MM-DD';

/** A day of the city as text, with the day before and after a click away. */
export function DayPicker({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const step = (days: number) => onChange(dayjs(value).add(days, 'day').format(FORMAT));
  return (
    <Space.Compact>
      <Button icon={<LeftOutlined />} aria-label="-1" onClick={() => step(-1)} />
      <DatePicker allowClear={false} value={dayjs(value)} onChange={(date) => date && onChange(date.format(FORMAT))} />
      <Button icon={<RightOutlined />} aria-label="+1" onClick={() => step(1)} />
    </Space.Compact>
  );
}
