import { createContext } from 'react'

/** Whether cards can be moved to another place, as on a dashboard. */
export const MovableContext = createContext(false)
