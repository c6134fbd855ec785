import { useCallback } from 'react'
import { useStudio } from '../studio'
import { openFile } from './openFile'

/** Asks for a file and opens it. */
export function useFileDialog(): () => void {
  const stores = useStudio()
  return useCallback(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.yml,.yaml,.json'
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file) void openFile(stores, file)
    })
    input.click()
  }, [stores])
}
