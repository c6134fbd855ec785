import type { Diagnostic, DocumentPath, QuickFix } from '../diagnostic'
import { fieldSchemaAt } from '../fields'
import { keyRangeOf, rangeOf } from '../locate'
import { nameOf, subjectOf } from '../words'
import { type Tree, textAt, treeAt } from '../yaml/tree'

/**
 * A step's operation has exactly one key, the one that belongs to its kind:
 * nothing inside, something else, and more than one are told apart.
 */
export function checkOperation(root: Tree, path: DocumentPath): Diagnostic {
  const step = path.slice(0, -1)
  const kind = textAt(root, [...step, 'kind'])
  const [expected = ''] = fieldSchemaAt(path, kind)?.required ?? []
  const subject = subjectOf(root, step)
  const operation = treeAt(root, path)
  const common = { severity: 'error', path } as const
  if (operation?.kind !== 'map' || operation.byKey.size === 0)
    return {
      ...common,
      code: 'step-operation-empty',
      range: operation?.kind === 'map' && operation.entries.length === 0 ? rangeOf(root, path) : keyRangeOf(root, path),
      message: `${subject} says nothing about how much it needs: step_operation cannot be empty.`,
      hint: `Write step_operation: { ${expected}: … }.`,
    }
  const wrong = operation.entries.find(({ key }) => key !== expected)
  if (operation.byKey.has(expected) && wrong !== undefined)
    return {
      ...common,
      code: 'step-operation-entries',
      range: wrong.keyRange,
      message: `The step_operation of a step has exactly one entry; ${nameOf(root, step)} also has "${wrong.key}".`,
      hint: `Only ${expected} belongs to ${kind}; put the other into a step of its own.`,
    }
  const fixes: QuickFix[] = [
    { title: `Change to ${expected}`, patches: [{ range: wrong?.keyRange ?? rangeOf(root, path), text: expected }] },
  ]
  return {
    ...common,
    code: 'step-operation-mismatch',
    range: wrong?.keyRange ?? rangeOf(root, path),
    message: `${subject} is of kind ${kind}, which needs ${expected}, not "${wrong?.key}".`,
    hint: `Rename the key to ${expected}, or change the kind of the step.`,
    ...(operation.aliased ? {} : { fixes }),
  }
}
