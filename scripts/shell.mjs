// What the bootstrap scripts share. Plain JavaScript: they run before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command in the project's folder, its output shown; returns its exit code. */
export function run(command, args, env = {}) {
  console.log(`\n> ${command} ${args.join(' ')}`)
  return spawn(command, args, { stdio: 'inherit', cwd: root, env: { ...process.env, ...env } })
}

/** Runs a command and returns its exit code. */
export function spawn(command, args, options) {
  const { status, error } = spawnSync(command, args, { shell: process.platform === 'win32', ...options })
  if (error) console.error(error.message)
  return status ?? 1
}

/** Runs a program that npm installed. */
export function runTool(tool, args, env) {
  return run('npx', ['--no-install', tool, ...args], env)
}

/** Installs the packages of the lock file unless they are there already. */
export function ensureInstalled() {
  const installed = `${root}/node_modules/.package-lock.json`
  if (existsSync(installed) && sameVersions(installed)) return
  // On stderr: stdout belongs to the command that wanted the packages.
  console.error('Installing packages …')
  const status = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status)
}

/** Whether every package of the lock file that this platform has is installed in that version. */
function sameVersions(installedLock) {
  const wanted = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages
  const present = JSON.parse(readFileSync(installedLock, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (path in present ? present[path].version === version : optional),
  )
}
