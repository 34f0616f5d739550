import { SendOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language';

interface Props {
  plate: string;
  /** What is said when it was sent. */
  told: string;
  send: () => Promise<unknown>;
  onSent: () => void;
}

/** One click sends a vehicle; its driver is told by the terminal. */
export function SendVehicle({ plate, told, send, onSent }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await send();
      void message.success(told);
      onSent();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      type="link"
      size="small"
      icon={<SendOutlined />}
      loading={busy}
      data-send-vehicle={plate}
      onClick={(event) => {
        event.stopPropagation(); // the row below would be chosen by it
        void run();
      }}
    >
      {t.orders.send}
    </Button>
  );
}
