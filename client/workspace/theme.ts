// Light, dark, or as the device says. Kept on the device, for all who use it.

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'theme';

export function currentTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  applyTheme();
}

export function applyTheme(): void {
  const theme = currentTheme();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The typeface of the design. On a first visit it comes after what the person waits for; then it is on the device. */
export function showTypeface(): void {
  document.documentElement.classList.add('typeface');
}
