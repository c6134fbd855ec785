import { ChartFrame, type FramedChart } from '../charts/ChartFrame'
import { usePanel } from './PanelContext'

/** A chart on a dashboard: of the run on show, at a place that can be arranged. */
export function ChartCard(chart: FramedChart) {
  const { id, origins, actions } = usePanel()
  return <ChartFrame {...chart} id={id} origins={origins} actions={actions} />
}
