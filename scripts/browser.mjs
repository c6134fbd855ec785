// Finds the browsers that the journeys run in, and the engine of another; `ensureChromium` installs one where there is none.
import { existsSync } from 'node:fs'
import { run, runTool } from './shell.mjs'

const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const FIREFOX = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox']

const JSC = [process.env.JSC_PATH, '/usr/bin/jsc']

const firstThatExists = (paths) => paths.find((path) => path && existsSync(path))

/** Path of an installed Chromium or Chrome; undefined if there is none. */
export const findChromium = () => firstThatExists(CHROMIUM)

/** Path of an installed Firefox; undefined if there is none. */
export const findFirefox = () => firstThatExists(FIREFOX)

/** Path of an installed shell of JavaScriptCore, Safari's engine (Debian: libjavascriptcoregtk-4.0-bin); undefined if there is none. */
export const findJsc = () => firstThatExists(JSC)

/** Makes sure that the journeys have a Chromium: the system's, else Playwright's own, else Debian's package. */
export async function ensureChromium() {
  if (findChromium()) return
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return
  if (runTool('playwright', ['install', 'chromium']) === 0) return
  if (run('apt-get', ['update']) === 0 && run('apt-get', ['install', '-y', 'chromium']) === 0) return
  throw new Error('no Chromium was found and none could be installed; set CHROMIUM_PATH')
}
