// Runs before the first paint, so that a dark desk does not flash: the theme that was chosen here, else that of the machine.
const chosen = localStorage.getItem('qingtu.theme');
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.theme = dark ? 'dark' : 'light';
