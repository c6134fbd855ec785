import { type Browser, chromium } from '@playwright/test'
import type { BenchRequest } from '../tests/bench/bench.worker'
import type { Round } from '../tests/bench/measure'
import { findChromium } from './browser.mjs'
import { bundle } from './bundle'

/** Nothing listens there: the requests are answered here. */
const ORIGIN = 'http://bench.invalid'

/** A Chromium that measures cases in Workers, from code that is built like the page's. */
export class ChromiumBench {
  private constructor(
    private readonly browser: Browser,
    private readonly code: string,
  ) {}

  static async launch(): Promise<ChromiumBench> {
    const code = await bundle(new URL('../tests/bench/bench.worker.ts', import.meta.url))
    return new ChromiumBench(await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] }), code)
  }

  /** Measures a case once, in a page and a Worker of its own. */
  async measureRound(request: BenchRequest): Promise<Round> {
    const page = await this.browser.newPage()
    await page.route(`${ORIGIN}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: this.code })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    )
    await page.goto(ORIGIN)
    const round = await page.evaluate(
      (request) =>
        new Promise<Round>((resolve, reject) => {
          const worker = new Worker('/worker.js', { type: 'module' })
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => reject(new Error(message))
          worker.postMessage(request)
        }),
      request,
    )
    await page.close()
    return round
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}
