import { types } from 'node:util'
import type { Context } from 'node:vm'
import { Script, createContext } from 'node:vm'
import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { FeatError, diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/near.ts'
import type { Bundle } from './bundle.ts'
import { bundleFile } from './bundle.ts'
import { absentGlobal, installGuards } from './guards.ts'
import { locator } from './locate.ts'

/** Thrown into the definitions by what they may not use; the mistake is already recorded. */
class Refused extends Error {}

type Exports = Readonly<Record<string, unknown>>

interface Run {
  readonly language: object
  readonly locate: (stack: string) => Span | null
  /** By code, position and message: a mistake in a loop is told once. */
  readonly found: Map<string, Diagnostic>
}

/** How long definitions may run: they only declare. */
const seconds = 20

/** Runs the bundle in a context of its own and returns the exports of each module in it, or what stopped it. */
export function runBundle(
  root: string,
  bundle: Bundle,
  language: object,
  limit: number = seconds,
): { exports: Exports | null; diagnostics: readonly Diagnostic[] } {
  const run: Run = { language, locate: locator(root, bundle), found: new Map() }
  const exports = evaluate(run, bundle.code, limit)
  const diagnostics = [...run.found.values()]
  return { exports: diagnostics.some(d => d.severity === 'error') ? null : exports, diagnostics }
}

function evaluate(run: Run, code: string, limit: number): Exports | null {
  const module: { exports: Exports } = { exports: {} }
  const context = guardedContext(run, module)
  try {
    // One line before the bundle, so that its own lines count from 1.
    new Script(`(({ module, require }) => { var exports = module.exports;\n${code}\n})(featplan)`, { filename: bundleFile, lineOffset: -1 }).runInContext(
      context,
      { timeout: limit * 1000, displayErrors: false },
    )
    return module.exports
  } catch (error) {
    if (!(error instanceof Refused)) for (const d of thrown(run, error, limit)) record(run, d)
    return null
  }
}

function guardedContext(run: Run, module: { exports: Exports }): Context {
  const context = createContext({ featplan: { module, require: requirer(run) } }, { codeGeneration: { strings: false, wasm: false } })
  installGuards(context, {
    refuse: (code, what) => refuse(run, diagnostic(code, { what }, { span: here(run) })),
    print: text => record(run, diagnostic('F128', { text }, { span: here(run) })),
  })
  return context
}

/** Everything that esbuild left outside the bundle: the language, and paths that are computed. */
function requirer(run: Run): (path: string) => object {
  const unknown = new Proxy(
    {},
    {
      get: (of, key) => {
        if (typeof key === 'symbol' || key === '__esModule' || key === 'default') return Reflect.get(of, key) as unknown
        return refuse(run, diagnostic('F114', { module: 'featplan', name: key, near: nearest(key, Object.keys(run.language)) }, { span: here(run) }))
      },
    },
  )
  // What the language exports is found first, and fast; only other names reach the proxy.
  const language = Object.assign(Object.create(unknown) as object, run.language)
  return path => (path === 'featplan' ? language : refuse(run, diagnostic('F111', { path, near: null }, { span: here(run) })))
}

function here(run: Run): Span | null {
  return run.locate(new Error().stack ?? '')
}

function refuse(run: Run, found: Diagnostic): never {
  record(run, found)
  throw new Refused(found.message)
}

function record(run: Run, found: Diagnostic): void {
  run.found.set([found.code, found.span?.file, found.span?.start, found.message].join('\n'), found)
}

function thrown(run: Run, error: unknown, limit: number): readonly Diagnostic[] {
  if (isTimeout(error)) return [diagnostic('F127', { seconds: limit })]
  const span = types.isNativeError(error) ? run.locate(error.stack ?? '') : null
  if (error instanceof FeatError) return error.diagnostics.map(d => ({ ...d, span: d.span ?? span }))
  if (!types.isNativeError(error)) return [diagnostic('F126', { error: String(error) }, { span })]
  if (error.name === 'EvalError') return [diagnostic('F125', { what: 'eval or new Function' }, { span })]
  const name = error.name === 'ReferenceError' ? /^([\w$]+) is not defined$/.exec(error.message)?.[1] : undefined
  const code = name === undefined ? null : absentGlobal(name)
  if (name !== undefined && code !== null) return [diagnostic(code, { what: name }, { span })]
  return [diagnostic('F126', { error: `${error.name}: ${error.message}` }, { span })]
}

function isTimeout(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
