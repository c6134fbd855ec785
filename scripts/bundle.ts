import { build } from 'vite'

/**
 * One module and all that it imports, built and minified as the page's code is.
 * @param forNode whether it may use the modules of Node
 */
export async function bundle(entry: URL, forNode = false): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, target: 'es2023', ssr: forNode, rollupOptions: { input: entry.pathname } },
  })
  if (!('output' in built) || built.output.length > 1) throw new Error(`${entry.pathname} was not built in one piece`)
  return built.output[0].code
}
