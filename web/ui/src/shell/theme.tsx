import { theme as antTheme, type ThemeConfig } from 'antd';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Mode = 'light' | 'dark';

const KEY = 'qingtu.theme';
const FONT =
  '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';

const PALETTE = {
  light: { accent: '#0a7061', soft: '#d9efeb', page: '#e9eeee', panel: '#ffffff', raised: '#ffffff', line: '#d8e0e1', dim: '#52676d', bad: '#cf2b31', good: '#1b7f47', warn: '#a4630a' },
  dark: { accent: '#2db39d', soft: '#16393a', page: '#0b1316', panel: '#131d21', raised: '#1a262b', line: '#25343a', dim: '#96aaaf', bad: '#ff8a86', good: '#2fae68', warn: '#e88a1a' },
};

/** What lies behind a message or a choice. antd would mix them from colours that are dark enough to be read, and get grey. */
const GROUNDS = {
  light: {
    colorPrimaryBg: '#e4f3f0', controlItemBgActive: '#d9efeb', controlItemBgActiveHover: '#cce8e2',
    colorInfoBg: '#e8f5f2', colorInfoBorder: '#a9d5cc', colorSuccessBg: '#e9f6ee', colorSuccessBorder: '#abd9bc',
    colorWarningBg: '#fdf3e2', colorWarningBorder: '#ecca92', colorErrorBg: '#fdeeee', colorErrorBorder: '#f1b6b6',
  },
  dark: {},
};

export function antdTheme(mode: Mode): ThemeConfig {
  const colours = PALETTE[mode];
  return {
    algorithm: mode === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorError: colours.bad,
      colorSuccess: colours.good,
      colorWarning: colours.warn,
      ...GROUNDS[mode],
      colorTextPlaceholder: colours.dim,
      colorTextDescription: colours.dim,
      colorBgLayout: colours.page,
      colorBgContainer: colours.panel,
      colorBgElevated: colours.raised,
      colorBorderSecondary: colours.line,
      borderRadius: 4,
      fontFamily: FONT,
      fontSize: 13,
      controlHeight: 28,
    },
    components: {
      // on the lighter colours of the night dark letters are read better than white ones
      Button: mode === 'dark' ? { primaryColor: '#03211c', dangerColor: '#2a0506' } : {},
      Table: { cellFontSizeSM: 13, cellPaddingBlockSM: 3, cellPaddingInlineSM: 8, headerBorderRadius: 0 },
      Tabs: { horizontalItemPadding: '6px 0', horizontalMargin: '0' },
      Tree: { titleHeight: 24, indentSize: 14, nodeSelectedBg: colours.soft },
    },
  };
}

interface ThemeState {
  mode: Mode;
  toggle: () => void;
}
const Context = createContext<ThemeState>({ mode: 'light', toggle: () => {} });

export function ThemeProvider({ children }: { children: ReactNode }) {
  // theme.js has found it out before the first paint
  const [mode, setMode] = useState<Mode>(() => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'));
  useEffect(() => {
    document.documentElement.dataset.theme = mode;
  }, [mode]);
  const state = useMemo(
    () => ({
      mode,
      toggle: () => {
        const next = mode === 'dark' ? 'light' : 'dark';
        localStorage.setItem(KEY, next);
        setMode(next);
      },
    }),
    [mode],
  );
  return <Context value={state}>{children}</Context>;
}

export const useTheme = () => useContext(Context);
