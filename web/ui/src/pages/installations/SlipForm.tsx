import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { InstallationDetail } from '../../api/installationTypes';
import { useText } from '../../i18n/language';

const HEAVIEST = 120;

interface Props {
  id: string;
  onChange: (detail: InstallationDetail) => void;
}

/** A slip of the weighbridge, filed while the vehicle stands on it. */
export function SlipForm({ id, onChange }: Props) {
  const { installations: words } = useText();
  const { message } = App.useApp();
  const [slip, setSlip] = useState('');
  const [grossT, setGross] = useState<number | null>(null);
  const file = (loaded: boolean) => {
    if (grossT === null) return;
    void api.weigh(id, { loaded, slip: slip.trim(), grossT }).then(
      (detail) => {
        setSlip('');
        setGross(null);
        onChange(detail);
      },
      (error: Error) => void message.error(error.message),
    );
  };
  const ready = slip.trim() !== '' && grossT !== null;
  return (
    <span className="slip-form">
      <small className="dim">{words.weighHint}</small>
      <Input placeholder={words.slip} aria-label={words.slip} maxLength={60} value={slip} onChange={({ target }) => setSlip(target.value)} />
      <InputNumber placeholder={words.gross} aria-label={words.gross} min={0} max={HEAVIEST} step={0.01} value={grossT} onChange={setGross} />
      <Button disabled={!ready} onClick={() => file(false)}>
        {words.weighEmpty}
      </Button>
      <Button disabled={!ready} onClick={() => file(true)}>
        {words.weighLoaded}
      </Button>
    </span>
  );
}
