import { Gauge } from 'lucide-react'
import { Menu } from '../../widgets/Menu'
import { useRun } from '../studio'

/** Simulated seconds per second. */
const speeds: readonly { readonly label: string; readonly detail: string; readonly pace: number | undefined }[] = [
  { label: 'As fast as possible', detail: 'figures at once', pace: undefined },
  { label: '600 ×', detail: 'ten minutes in a second', pace: 600 },
  { label: '60 ×', detail: 'a minute in a second', pace: 60 },
  { label: '10 ×', detail: 'ten seconds in a second', pace: 10 },
  { label: '1 ×', detail: 'as time passes', pace: 1 },
]

/** How fast simulated time passes, so that a run can be watched. The figures of a seed do not depend on it. */
export function SpeedMenu() {
  const pace = useRun((run) => run.pace)
  const setPace = useRun((run) => run.setPace)
  const present = speeds.find((speed) => speed.pace === pace)?.label ?? ''
  return (
    <Menu
      label={`Speed: ${present}`}
      icon={<Gauge size={16} />}
      iconOnly
      align="end"
      items={speeds.map((speed) => ({
        label: speed.label,
        checked: speed.pace === pace,
        detail: speed.detail,
        perform: () => setPace(speed.pace),
      }))}
    />
  )
}
