import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../i18n/language';
import '../style/base.css';
import '../style/phone.css';
import { PhoneApp } from './PhoneApp';
import { PhoneDesk } from './desk';
import { keepPage } from './shell';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset.theme = dark ? 'dark' : 'light';

void PhoneDesk.open().then((desk) => {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <LanguageProvider>
      <PhoneApp desk={desk} />
    </LanguageProvider>,
  );
  // Without it the page does all the same, but for opening without a line.
  keepPage().catch((error: Error) => console.warn(`the page is not kept: ${error.message}`));
});
