import { Button, Empty, Result, Spin } from 'antd';
import { useContext, type ReactNode } from 'react';
import { ApiError } from '../api/api';
import { useText } from '../i18n/language';
import type { Request } from './hooks';
import { routeTo } from './route';
import { UserProvider, pagesOf } from './user';

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

/** What is not for this user, who to ask for it, and the way to what is. */
export function Forbidden() {
  const t = useText();
  const user = useContext(UserProvider);
  return (
    <div className="fill" role="alert" data-forbidden>
      <Nothing
        title={t.common.forbidden}
        hint={
          <>
            <div>{t.common.forbiddenHint}</div>
            {user && <a href={routeTo(pagesOf(user)[0])}>{t.common.toFirstPage}</a>}
          </>
        }
      />
    </div>
  );
}

/** An error with a way on; to be asked again does not help against what is not for the user. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const t = useText();
  if (error instanceof ApiError && error.code === 'forbidden') return <Forbidden />;
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
