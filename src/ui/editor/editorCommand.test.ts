import { describe, expect, it } from 'vitest'
import { commandOf, type EditorCommand } from './editorCommand'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const ctrl = { ...none, ctrlKey: true }
const cmd = { ...none, metaKey: true }

describe('commandOf', () => {
  it.each<[string, object, EditorCommand | undefined]>([
    ['z', ctrl, 'undo'],
    ['z', cmd, 'undo'],
    ['Z', { ...ctrl, shiftKey: true }, 'redo'],
    ['y', ctrl, 'redo'],
    ['Enter', ctrl, 'run'],
    ['Enter', cmd, 'run'],
    ['Enter', none, undefined],
    ['m', ctrl, 'toggle-tab'],
    ['m', cmd, undefined],
    ['F8', none, 'next-problem'],
    ['F8', { ...none, shiftKey: true }, 'previous-problem'],
    ['z', none, undefined],
    ['z', { ...ctrl, altKey: true }, undefined],
  ])('%s with %o means %s', (key, modifiers, command) => {
    expect(commandOf({ ...none, ...modifiers, key })).toBe(command)
  })
})
