import { Monitor, Moon, Sun } from 'lucide-react'
import type { ThemeChoice } from '../../store/contracts'
import { Menu } from '../../widgets/Menu'
import { useView } from '../studio'

const themes = [
  { choice: 'system', label: 'System', icon: <Monitor size={14} /> },
  { choice: 'light', label: 'Light', icon: <Sun size={14} /> },
  { choice: 'dark', label: 'Dark', icon: <Moon size={14} /> },
] as const satisfies { choice: ThemeChoice; label: string; icon: unknown }[]

/** The choice between light, dark, and whatever the system has. */
export function ThemeMenu() {
  const theme = useView((state) => state.theme)
  const setTheme = useView((state) => state.setTheme)
  const items = themes.map(({ choice, label, icon }) => ({
    label,
    icon,
    checked: choice === theme,
    perform: () => setTheme(choice),
  }))
  return (
    <Menu label="Theme" iconOnly align="end" icon={themes.find(({ choice }) => choice === theme)?.icon} items={items} />
  )
}
