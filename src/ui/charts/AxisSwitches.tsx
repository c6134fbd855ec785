import { ChartSwitch } from './ChartSwitch'

interface AxisSwitchesProps {
  readonly logX: boolean
  readonly onLogX: (logarithmic: boolean) => void
  readonly logY: boolean
  readonly onLogY: (logarithmic: boolean) => void
}

/** Linear or logarithmic, for each axis of a distribution. */
export function AxisSwitches({ logX, onLogX, logY, onLogY }: AxisSwitchesProps) {
  return (
    <>
      <ChartSwitch label="Log x" title="Logarithmic scale of latencies: shows magnitudes" on={logX} onChange={onLogX} />
      <ChartSwitch
        label="Log y"
        title="Logarithmic scale upwards: shows rare, slow requests"
        on={logY}
        onChange={onLogY}
      />
    </>
  )
}
