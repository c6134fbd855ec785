import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/**
 * One module and all that it imports, built and minified as the page's Workers are: there constants of a module stay
 * constants, where Vite makes variables of them elsewhere, and V8 takes their values into the code that it compiles.
 * @param forNode whether it may use the modules of Node
 */
export async function bundle(entry: URL, forNode = false): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      ssr: forNode,
      rolldownOptions: { input: fileURLToPath(entry), output: { topLevelVar: false } },
    },
  })
  if (!('output' in built) || built.output.length > 1) throw new Error(`${entry.pathname} was not built in one piece`)
  return built.output[0].code
}
