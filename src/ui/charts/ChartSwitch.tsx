import { Button } from '../../widgets/Button'

interface ChartSwitchProps {
  readonly label: string
  /** One line: what it does to the chart. */
  readonly title: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** A small switch in the head of a chart. */
export function ChartSwitch({ label, title, on, onChange }: ChartSwitchProps) {
  return (
    <Button variant="quiet" size="s" aria-pressed={on} title={title} onClick={() => onChange(!on)}>
      {label}
    </Button>
  )
}
