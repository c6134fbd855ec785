// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ErrorBoundary } from './ErrorBoundary'

let broken = true

function Fragile() {
  if (broken) throw new Error('out of ink')
  return <p>drawn</p>
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

it('a part that breaks leaves the others alone, says why, and can be tried again', async () => {
  const container = document.createElement('div')
  const root = createRoot(container)
  await act(async () =>
    root.render(
      <>
        <p>neighbour</p>
        <ErrorBoundary what="The canvas" rescue={<button type="button">Copy the text</button>}>
          <Fragile />
        </ErrorBoundary>
      </>,
    ),
  )
  expect(container.textContent).toContain('neighbour')
  expect(container.querySelector('[role=alert]')?.textContent).toMatch(/The canvas stopped working.*out of ink/s)
  expect(container.textContent).toContain('Copy the text')

  broken = false
  const tryAgain = [...container.querySelectorAll('button')].find(({ textContent }) => textContent === 'Try again')
  await act(async () => tryAgain?.click())
  expect(container.textContent).toBe('neighbourdrawn')
})
