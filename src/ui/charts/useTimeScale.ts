import { useEffect, useMemo } from 'react'
import type { Intervals } from '../../engine/intervals'
import { useStudio, useTime } from '../studio'
import type { TimeScale } from './timeScale'

/**
 * The time axis of charts that reach from 0 to `end` [s]: all of it, or the part that is zoomed.
 * @param intervals what figures of a part keep to
 * @param last how far the charts can ever reach [s]: a view of times beyond means nothing here and is let go
 */
export function useTimeScale(end: number, intervals: Intervals, last = end): TimeScale {
  const { time } = useStudio()
  const zoom = useTime((state) => state.zoom)
  useEffect(() => {
    const { zoom: zoomed, selection, pinned, reset } = time.getState()
    if (Math.max(zoomed?.end ?? 0, selection?.end ?? 0, pinned ?? 0) > last) reset()
  }, [time, last])
  // A pointer does not leave what vanishes under it.
  useEffect(() => () => time.getState().look({ pointed: undefined }), [time])
  return useMemo(() => {
    const whole = { start: 0, end }
    return { whole, window: zoom ?? whole, intervals }
  }, [end, zoom, intervals])
}
