import { createRoot } from 'react-dom/client';
import { App } from './App';
import { LanguageProvider } from './i18n/language';
import { ThemeProvider } from './shell/theme';
import './style/base.css';
import './style/shell.css';
import './style/desk.css';
import './style/review.css';
import './style/pages.css';
import './style/inspector.css';

createRoot(document.getElementById('root') as HTMLElement).render(
  <ThemeProvider>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </ThemeProvider>,
);
