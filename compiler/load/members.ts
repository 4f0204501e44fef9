import type { CallExpression, ObjectExpression, ObjectProperty } from 'oxc-parser'
import { docComment } from './doc-comment.ts'
import type { Given, Place, Scope } from './scope.ts'
import { literalText, methodCall, resolved } from './scope.ts'

/** A place in a file, which is not repeated in each of them, and the doc comment there. */
export interface Note {
  readonly at: readonly [start: number, end: number, line: number, column: number]
  readonly description: string | null
}

export type Notes = Record<string, Note>

export function noteOf({ lines }: Scope, { start, end }: Place, description: string | null): Note {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]! <= start) low = middle + 1
    else high = middle
  }
  return { at: [start, end, low, start - lines[low - 1]! + 1], description }
}

/** A call of the language: `featureView('x', {...}, {...}).derive(...)` without its `derive`s, which are given apart. */
export interface BuilderCall {
  readonly builder: string
  readonly args: readonly Given[]
  readonly derived: readonly Given[]
}

/** Longer than any chain of calls: a constant that is given itself. */
const maxChain = 100

const builders = new Set(['entity', 'events', 'dimension', 'snapshot', 'featureView', 'store', 'serving', 'dataset', 'model', 'monitor', 'defineConfig'])

/** The call of the language that an expression comes from, through constants of the file and `derive`; null for a helper of the author's. */
export function builderCall(scope: Scope, given: Given): BuilderCall | null {
  const derived: Given[] = []
  for (let e = resolved(scope, given); e.type === 'CallExpression' && derived.length < maxChain;) {
    const builder = calledName(scope, e)
    if (builder !== null && builders.has(builder)) return { builder, args: e.arguments, derived: derived.toReversed() }
    const method = methodCall(e)
    if (method?.name !== 'derive') return null
    derived.push(...method.args.slice(0, 1))
    e = resolved(scope, method.of)
  }
  return null
}

/** `f` of `f(...)`, as the language calls it, and of `featplan.f(...)`. */
function calledName(scope: Scope, call: CallExpression): string | null {
  if (call.callee.type === 'Identifier') return scope.aliases.get(call.callee.name) ?? call.callee.name
  const method = methodCall(call)
  return method?.of.type === 'Identifier' ? method.name : null
}

/** Options whose entries are members by their own name. */
const flat = new Set(['columns', 'keys'])

/** Where each feature, column and option of a definition was written. Features and columns win over options of the same name. */
export function callNotes(scope: Scope, call: BuilderCall): Notes {
  const options: Notes = {}
  const members: Notes = {}
  for (const [name, property, value] of properties(scope, call.args[call.builder === 'defineConfig' ? 0 : 1])) {
    options[name] = noteOf(scope, property, docComment(scope, property))
    for (const [inner, p, v] of properties(scope, value)) {
      options[`${name}.${inner}`] = noteOf(scope, p, docComment(scope, p))
      if (flat.has(name)) addMember(scope, members, inner, p, v)
    }
    if (name === 'computed') addFeatures(scope, members, value)
  }
  if (call.builder === 'featureView') for (const features of [...call.args.slice(2, 3), ...call.derived]) addFeatures(scope, members, features)
  return { ...options, ...members }
}

function addFeatures(scope: Scope, notes: Notes, features: Given | undefined): void {
  for (const [name, property, value] of properties(scope, features)) addMember(scope, notes, name, property, value)
}

type Property = readonly [name: string, node: Place, value: Given | undefined]

/** What is written out in an object literal, or in the one that a function returns. */
function* properties(scope: Scope, given: Given | undefined, depth = 0): Iterable<Property> {
  const literal = given === undefined ? null : objectLiteral(scope, given)
  for (const property of literal?.properties ?? []) {
    if (property.type === 'SpreadElement') {
      if (depth < 5) yield* properties(scope, property.argument, depth + 1)
      continue
    }
    const name = propertyName(property)
    if (name !== null) yield [name, property, propertyValue(property)]
  }
}

/** The name of a property where it is written out. */
export function propertyName({ key, computed }: ObjectProperty): string | null {
  if (key.type === 'PrivateIdentifier') return null
  if (computed) return literalText(key)
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' && typeof key.value === 'number' ? String(key.value) : literalText(key)
}

/** What a property is given; undefined for a method. */
export function propertyValue({ kind, method, value }: ObjectProperty): Given | undefined {
  return kind === 'init' && !method ? value : undefined
}

function objectLiteral(scope: Scope, given: Given): ObjectExpression | null {
  const e = resolved(scope, given)
  if (e.type === 'ObjectExpression') return e
  if ((e.type !== 'ArrowFunctionExpression' && e.type !== 'FunctionExpression') || e.body === null) return null
  if (e.body.type !== 'BlockStatement') return objectLiteral(scope, e.body)
  const last = e.body.body.findLast(s => s.type === 'ReturnStatement')?.argument ?? null
  return last === null ? null : objectLiteral(scope, last)
}

/** The member itself, its versions as `name@n`, and its options as `name.option`: those of `.with({...})`, `.default` and `.renamedFrom`. */
function addMember(scope: Scope, notes: Notes, name: string, property: Place, value: Given | undefined): void {
  notes[name] = noteOf(scope, property, docComment(scope, property) ?? constantComment(scope, value))
  let e = value === undefined ? undefined : resolved(scope, value)
  for (let i = 0; e?.type === 'CallExpression' && i < maxChain; i++) {
    const method = methodCall(e)
    if (method === null) {
      if (calledName(scope, e) === 'versions') {
        for (const [n, p] of properties(scope, e.arguments[0])) notes[`${name}@${n}`] = noteOf(scope, p, docComment(scope, p))
      }
      return
    }
    const argument = method.args[0]
    if (method.name === 'with') for (const [option, p] of properties(scope, argument)) notes[`${name}.${option}`] ??= noteOf(scope, p, null)
    else if (argument !== undefined && (method.name === 'default' || method.name === 'renamedFrom')) {
      notes[`${name}.${method.name}`] ??= noteOf(scope, argument, null)
    }
    e = resolved(scope, method.of)
  }
}

/** The doc comment above the constant that a member is given as. */
function constantComment(scope: Scope, value: Given | undefined): string | null {
  const local = value?.type === 'Identifier' ? scope.locals.get(value.name) : undefined
  return local === undefined ? null : docComment(scope, local.documented)
}
