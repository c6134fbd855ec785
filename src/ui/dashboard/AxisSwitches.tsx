import { Button } from '../../widgets/Button'

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
      <Button
        variant="quiet"
        size="s"
        aria-pressed={logX}
        title="Logarithmic scale of latencies: shows magnitudes"
        onClick={() => onLogX(!logX)}
      >
        Log x
      </Button>
      <Button
        variant="quiet"
        size="s"
        aria-pressed={logY}
        title="Logarithmic scale upwards: shows rare, slow requests"
        onClick={() => onLogY(!logY)}
      >
        Log y
      </Button>
    </>
  )
}
