import type { Context } from 'node:vm'
import { runInContext } from 'node:vm'

/** The codes of what definitions may not use; each takes the words as written. */
export type GuardCode = 'F120' | 'F121' | 'F122' | 'F123' | 'F124'

/** Globals of Node and of browsers that the context of the definitions does not have: using one is a ReferenceError. */
const absent: Readonly<Record<string, GuardCode>> = {
  performance: 'F120',
  crypto: 'F121',
  process: 'F122',
  Buffer: 'F122',
  navigator: 'F122',
  __dirname: 'F122',
  __filename: 'F122',
  global: 'F122',
  window: 'F122',
  document: 'F122',
  fetch: 'F123',
  XMLHttpRequest: 'F123',
  WebSocket: 'F123',
  EventSource: 'F123',
  setTimeout: 'F124',
  setInterval: 'F124',
  setImmediate: 'F124',
  queueMicrotask: 'F124',
  clearTimeout: 'F124',
  clearInterval: 'F124',
}

/** What V8 gives every context, and is replaced: each use of it is reported. */
const guarded: Readonly<Record<string, GuardCode>> = { Date: 'F120', Intl: 'F122', Promise: 'F124' }

/** What a guarded global still gives: pure, or needed by `instanceof`. */
const harmless = new Set<string | symbol>(['Date.UTC', 'Date.prototype', 'Promise.prototype'])

/** The code of a name that the context does not have, where there is one for it. */
export function absentGlobal(name: string): GuardCode | null {
  return absent[name] ?? null
}

export interface Guards {
  /** Reports and throws. */
  readonly refuse: (code: GuardCode, what: string) => never
  readonly print: (text: string) => void
}

/** Replaces what would make definitions depend on anything but their files. Not a security sandbox. */
export function installGuards(context: Context, guards: Guards): void {
  const realm = runInContext('Error.stackTraceLimit = 50; globalThis', context) as Record<string, object>
  for (const [name, code] of Object.entries(guarded)) realm[name] = guard(realm[name]!, name, what => guards.refuse(code, what))
  Object.assign(realm['Math']!, { random: () => guards.refuse('F121', 'Math.random()') })
  const print = (...values: readonly unknown[]): void => guards.print(values.map(shown).join(' '))
  realm['console'] = new Proxy({}, { get: () => print })
}

function guard(target: object, name: string, refuse: (what: string) => never): object {
  return new Proxy(target, {
    apply: () => refuse(`${name}()`),
    construct: () => refuse(`new ${name}()`),
    get: (of, key) => (typeof key === 'symbol' || harmless.has(`${name}.${key}`) ? (Reflect.get(of, key) as unknown) : refuse(`${name}.${key}`)),
  })
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}
