import { useState, type FormEvent } from 'react';
import { ApiError } from '../api/api';
import { useText } from '../i18n/language';
import type { PhoneDesk } from './desk';

export function PhoneSignIn({ desk, again }: { desk: PhoneDesk; again: boolean }) {
  const t = useText();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble('');
    try {
      await desk.signIn(String(form.get('login')), String(form.get('password')), String(form.get('code') ?? ''));
    } catch (error) {
      if (!(error instanceof ApiError)) setTrouble(t.phone.offline);
      else if (error.code === 'code_needed') setAsksCode(true);
      else setTrouble(error.status === 401 ? t.phone.wrong : error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="phone-card" onSubmit={(event) => void submit(event)}>
      {again && <p>{t.phone.signInAgain}</p>}
      <label>
        {t.phone.login}
        <input name="login" autoComplete="username" required />
      </label>
      <label>
        {t.phone.password}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {asksCode && (
        <label>
          {t.signIn.code}
          <input name="code" autoComplete="one-time-code" required autoFocus />
        </label>
      )}
      {trouble && <p className="bad">{trouble}</p>}
      <button type="submit" className="main" disabled={busy}>
        {t.phone.signIn}
      </button>
    </form>
  );
}
