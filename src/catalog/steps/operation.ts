import { type TSchema, Type } from 'typebox'
import { duration } from '../random-variables/spec'

/** `step_operation` with its one key. */
export const stepOperation = <K extends string, T extends TSchema>(key: K, amount: T) =>
  Type.Object({ [key]: amount } as Record<K, T>, {
    title: 'Operation',
    description: 'How much the step needs: one key, which belongs to the kind of the step.',
    additionalProperties: false,
    'x-kind': 'step-operation',
  })

/** `step_operation` of every I/O kind. */
export const ioOperation = stepOperation(
  'io_waiting_time',
  duration({ title: 'waiting time', description: 'Time until the answer of the other side.', example: 0.01 }),
)
