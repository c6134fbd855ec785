// Sets the theme before the first paint, so that a reload never flashes the wrong one.
let choice
try {
  choice = localStorage.getItem('asyncflow-studio.theme')
} catch {
  // Storage is forbidden: the system's theme applies.
}
if (choice !== 'light' && choice !== 'dark') choice = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
document.documentElement.dataset.theme = choice
