import { SlidersHorizontal } from 'lucide-react'
import { isSameKnob, type Knob } from '../../store/whatIfState'
import { IconButton } from '../../widgets/IconButton'
import { useStudio, useWhatIf } from '../studio'
import { buttonId } from './knobs'

interface WhatIfButtonProps {
  readonly knob: Knob
  /** Name of the knob. */
  readonly label: string
  readonly disabled: boolean
  readonly className: string | undefined
}

/** Asks what if the number beside it were another; pressed again, it closes the question. */
export function WhatIfButton({ knob, label, disabled, className }: WhatIfButtonProps) {
  const { whatIf } = useStudio()
  const isAsked = useWhatIf(({ question }) => isSameKnob(question?.knob, knob))
  const { ask, close } = whatIf.getState()
  return (
    <IconButton
      size="s"
      id={buttonId(knob)}
      label={`What if ${label}`}
      icon={<SlidersHorizontal size={13} />}
      aria-expanded={isAsked}
      disabled={disabled}
      className={className}
      onClick={() => (isAsked ? close() : ask(knob))}
    />
  )
}
