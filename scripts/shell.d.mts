import type { SpawnSyncOptions } from 'node:child_process'

/** The project's folder. */
export declare const root: string
/** Each runs a program, shows its output and returns its exit status; `runTool` one of the project's own tools. */
export declare function run(command: string, args: readonly string[], env?: Record<string, string>): number
export declare function spawn(command: string, args: readonly string[], options: SpawnSyncOptions): number
export declare function runTool(tool: string, args: readonly string[], env?: Record<string, string>): number
/** Installs the packages if they are missing. */
export declare function ensureInstalled(): void
