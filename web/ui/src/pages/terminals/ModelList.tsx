import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { Loaded, Nothing } from '../../common/States';
import { useText } from '../../i18n/language';
import { modelsOf, skeletonOf, type Model } from './skeleton';
import { UnknownTable } from './UnknownTable';

/** By maker and model, with a profile to start from. */
export function ModelList() {
  const t = useText();
  const request = useRequest(() => api.unknownOfModels(), []);
  return (
    <div className="models">
      <Loaded request={request}>
        {({ unknown }) => (unknown.length === 0 ? <Nothing title={t.terminal.noUnknown} hint={t.terminal.noUnknownHint} /> : <>{modelsOf(unknown).map((model) => <ModelCard key={`${model.manufacturer} ${model.model}`} model={model} />)}</>)}
      </Loaded>
    </div>
  );
}

function ModelCard({ model }: { model: Model }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <article className="panel model" data-model={model.model}>
      <header>
        <h3>
          {model.manufacturer || t.terminal.noManufacturer} · {model.model || t.terminal.noModel}
        </h3>
        <span className="dim">
          {t.terminal.kinds(model.unknown.length)} · {t.terminal.times(model.count.toLocaleString(t.locale))}
        </span>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t.terminal.skeleton}
        </Button>
      </header>
      {open && <Skeleton model={model} />}
      <UnknownTable rows={model.unknown} />
    </article>
  );
}

function Skeleton({ model }: { model: Model }) {
  const t = useText();
  const { message } = App.useApp();
  const yaml = skeletonOf(model);
  const copy = () => {
    navigator.clipboard.writeText(yaml).then(
      () => void message.success(t.terminal.copied),
      () => void message.warning(t.terminal.copyByHand),
    );
  };
  return (
    <div className="skeleton">
      <p className="dim">{t.terminal.skeletonHint}</p>
      <Button size="small" icon={<CopyOutlined />} onClick={copy}>
        {t.terminal.copy}
      </Button>
      <pre className="mono">{yaml}</pre>
    </div>
  );
}
