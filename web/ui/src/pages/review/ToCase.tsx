import { FolderAddOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api';
import type { AlertRow } from '../../api/types';
import { go } from '../../common/route';
import { usePageKeys } from '../../common/usePageKeys';
import { mayWithCases, useUser, type Rights } from '../../common/user';
import { useText } from '../../i18n/language';

/** An alert of two sources may become a case at once, any other when it was confirmed. */
export function mayBecomeCase({ grade, review }: Pick<AlertRow, 'grade' | 'review'>, user: Rights): boolean {
  if (!mayWithCases(user, 'FILE') || review?.decision === 'REJECTED') return false;
  return grade === 'A' || review?.decision === 'CONFIRMED';
}

/** Makes an alert a case, or one more source of an open one, and leads there. */
export function useToCase(alert: AlertRow) {
  const t = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const open = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const made = await api.openCase(alert.id);
      void message.success(t.cases.fate[made.fate ?? 'KNOWN']);
      go('cases', String(made.id));
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, open };
}

/** 转案件. */
export function ToCaseButton({ alert, active }: { alert: AlertRow; active: boolean }) {
  const t = useText();
  const user = useUser();
  const { busy, open } = useToCase(alert);
  const may = mayBecomeCase(alert, user);
  usePageKeys(active && may, { t: open });
  if (!may) return null;
  return (
    <Button size="large" icon={<FolderAddOutlined />} loading={busy} data-action="case" onClick={() => void open()}>
      {t.cases.fromAlert} <kbd>T</kbd>
    </Button>
  );
}
