import { describe, expect, it } from 'vitest'
import { createViewStore } from './viewStore'

describe('the view store', () => {
  it('tells two equal messages and two equal requests apart', () => {
    const view = createViewStore()
    const { notify, revealRange } = view.getState()
    const nonces = [0, 1].map(() => {
      notify({ severity: 'info', message: 'again' })
      revealRange(1, 2)
      return [view.getState().notice?.nonce, view.getState().reveal?.nonce]
    })
    expect(new Set(nonces.flat()).size).toBe(4)
  })

  it('brings the editor into sight when a place in the text is asked for', () => {
    const view = createViewStore()
    view.getState().maximize('dashboard')
    view.getState().revealRange(1, 2)
    expect(view.getState()).toMatchObject({ tab: 'editor', maximized: undefined })
    view.getState().maximize('editor')
    view.getState().revealRange(1, 2)
    expect(view.getState().maximized).toBe('editor')
  })
})
