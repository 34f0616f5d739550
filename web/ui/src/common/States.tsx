import { Button, Empty, Result, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language';
import type { Request } from './hooks';

/** What is not there, and what to do about it. */
export function Nothing({ title, hint }: { title: string; hint?: ReactNode }) {
  return (
    <div className="centred">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <div>{title}</div>
            {hint && <div className="dim">{hint}</div>}
          </>
        }
      />
    </div>
  );
}

export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const t = useText();
  return (
    <div className="centred" role="alert">
      <Result
        status="warning"
        title={t.common.failed}
        subTitle={error.message}
        extra={retry && <Button onClick={retry}>{t.common.retry}</Button>}
      />
    </div>
  );
}

/** What stands where an answer will be: a spinner, the error with a way on, or the content. */
export function Loaded<T>({
  request,
  children,
}: {
  request: Request<T>;
  children: (data: T) => ReactNode;
}) {
  if (request.error) return <Failed error={request.error} retry={request.reload} />;
  if (request.data === null) {
    return (
      <div className="centred">
        <Spin />
      </div>
    );
  }
  return <>{children(request.data)}</>;
}
