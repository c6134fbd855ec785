/** Rejects when a Worker cannot be started or breaks down, for example for want of memory: its calls never settle then. */
export function breakdownOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The Worker broke down.')))
    worker.addEventListener('messageerror', () => reject(new Error('The data could not be handed to the Worker.')))
  })
}
