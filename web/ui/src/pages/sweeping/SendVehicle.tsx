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

/** Sends vehicles, one at a time, and says what became of it. */
export function useSending(onSent: () => void): { busy: boolean; run: (told: string, send: () => Promise<unknown>) => Promise<void> } {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (told: string, send: () => Promise<unknown>) => {
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
  return { busy, run };
}

/** One click sends a vehicle; its driver is told by the terminal. */
export function SendVehicle({ plate, told, send, onSent }: Props) {
  const t = useText();
  const { busy, run } = useSending(onSent);
  return (
    <Button
      type="link"
      size="small"
      icon={<SendOutlined />}
      loading={busy}
      data-send-vehicle={plate}
      onClick={(event) => {
        event.stopPropagation(); // the row below would be chosen by it
        void run(told, send);
      }}
    >
      {t.orders.send}
    </Button>
  );
}
