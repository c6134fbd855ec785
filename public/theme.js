// Sets the stored theme before the first paint, so that a reload never flashes the wrong one.
try {
  const choice = localStorage.getItem('asyncflow-studio.theme')
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice
} catch {
  // Storage is blocked: the system's theme applies.
}
