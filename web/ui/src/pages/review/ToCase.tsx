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

/** Makes an alert a case, or one more source of an open one, and leads there. @param before what is done first */
export function useToCase(alert: AlertRow, before?: () => Promise<unknown>) {
  const t = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const open = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await before?.();
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

/** 转案件. @param confirm how somebody who may confirms what has to be confirmed first */
export function ToCaseButton({ alert, active, confirm }: { alert: AlertRow; active: boolean; confirm: (() => Promise<unknown>) | null }) {
  const t = useText();
  const user = useUser();
  const atOnce = mayBecomeCase(alert, user);
  const may = atOnce || (confirm !== null && mayWithCases(user, 'FILE'));
  const { busy, open } = useToCase(alert, atOnce ? undefined : (confirm ?? undefined));
  usePageKeys(active && may, { t: open });
  if (!may) return null;
  return (
    <Button size="large" icon={<FolderAddOutlined />} loading={busy} data-action="case" onClick={() => void open()}>
      {atOnce ? t.cases.fromAlert : t.review.confirmToCase} <kbd>T</kbd>
    </Button>
  );
}
