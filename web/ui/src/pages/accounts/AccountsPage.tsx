import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Modal, Table, Tag, Typography, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { AccountRow } from '../../api/accountTypes';
import { api } from '../../api/api';
import { useRequest } from '../../common/hooks';
import { Forbidden, Loaded } from '../../common/States';
import { mayAdminister, useUser } from '../../common/user';
import { useText } from '../../i18n/language';
import { AccessTabs } from '../access/AccessTabs';
import { NewAccountForm } from './NewAccountForm';

/** A password that was given, until somebody says that it is noted. */
type Given = { login: string; password: string };

/** 账号管理: who may sign in. An account is never deleted, only disabled. */
export default function AccountsPage() {
  const user = useUser();
  return mayAdminister(user) ? <Accounts own={user.login} /> : <Forbidden />;
}

function Accounts({ own }: { own: string }) {
  const t = useText();
  const { message, modal } = App.useApp();
  const request = useRequest(() => api.accounts(), []);
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);

  const ask = (title: string, content: string, work: () => Promise<void>) =>
    modal.confirm({
      title,
      content,
      okText: t.common.ok,
      cancelText: t.common.cancel,
      onOk: () => work().then(request.reload, (error: Error) => void message.error(error.message)),
    });
  const setAccess = (row: AccountRow) => api.setAccess(row.id, !row.enabled).then(() => undefined);
  const givePassword = async ({ id, login }: AccountRow) => setGiven({ login, ...(await api.givePassword(id)) });

  const columns: TableColumnsType<AccountRow> = [
    { title: t.accounts.login, dataIndex: 'login', width: 150 },
    { title: t.accounts.name, dataIndex: 'displayName', ellipsis: true, width: 200 },
    { title: t.accounts.role, width: 156, render: (_, row) => t.role[row.role] },
    { title: t.accounts.organisation, ellipsis: true, render: (_, row) => row.company || <span className="dim">{t.accounts.city}</span> },
    { title: t.accounts.secondStep, width: 100, render: (_, row) => (row.secondFactor ? t.common.yes : t.common.no) },
    { title: t.accounts.state, width: 90, render: (_, row) => <Tag color={row.enabled ? 'green' : 'default'}>{row.enabled ? t.accounts.enabled : t.accounts.disabled}</Tag> },
    {
      width: 220,
      render: (_, row) =>
        row.login !== own && (
          <>
            <Button type="link" size="small" onClick={() => ask(`${t.accounts.newPassword} · ${row.login}`, t.accounts.newPasswordAsk, () => givePassword(row))}>
              {t.accounts.newPassword}
            </Button>
            <Button
              type="link"
              size="small"
              danger={row.enabled}
              data-access={row.login}
              onClick={() => (row.enabled ? ask(`${t.accounts.disable} · ${row.login}`, t.accounts.disableAsk, () => setAccess(row)) : void setAccess(row).then(request.reload))}
            >
              {row.enabled ? t.accounts.disable : t.accounts.enable}
            </Button>
          </>
        ),
    },
  ];

  return (
    <div className="ledger">
      <AccessTabs shown="accounts" />
      <div className="toolbar">
        <b>{t.accounts.title}</b>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-add-account>
          {t.accounts.add}
        </Button>
      </div>
      <Loaded request={request}>
        {({ accounts, organisations }) => (
          <div className="panel" data-accounts={accounts.length}>
            <Table<AccountRow> size="small" rowKey="id" columns={columns} dataSource={accounts} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 960 }} />
            {adding && (
              <NewAccountForm
                organisations={organisations}
                onCancel={() => setAdding(false)}
                onMade={(made) => {
                  setAdding(false);
                  setGiven(made);
                  request.reload();
                }}
              />
            )}
          </div>
        )}
      </Loaded>
      {given && (
        <Modal open closable={false} title={t.accounts.given(given.login)} footer={<Button type="primary" onClick={() => setGiven(null)}>{t.accounts.kept}</Button>}>
          <Typography.Paragraph copyable code data-given>
            {given.password}
          </Typography.Paragraph>
          <p>{t.accounts.once}</p>
        </Modal>
      )}
    </div>
  );
}
