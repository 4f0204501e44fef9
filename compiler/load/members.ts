import type { ts } from 'ts-morph'
import { docComment } from './doc-comment.ts'
import type { Scope } from './scope.ts'
import { nameText, resolved } from './scope.ts'

/** A place in a file, which is not repeated in each of them, and the doc comment there. */
export interface Note {
  readonly at: readonly [start: number, end: number, line: number, column: number]
  readonly description: string | null
}

export type Notes = Record<string, Note>

export function noteOf(scope: Scope, node: ts.Node, description: string | null): Note {
  const start = node.getStart(scope.file)
  const { line, character } = scope.file.getLineAndCharacterOfPosition(start)
  return { at: [start, node.getEnd(), line + 1, character + 1], description }
}

/** A call of the language: `featureView('x', {...}, {...}).derive(...)` without its `derive`s, which are given apart. */
export interface BuilderCall {
  readonly builder: string
  readonly args: readonly ts.Expression[]
  readonly derived: readonly ts.Expression[]
}

/** Longer than any chain of calls: a constant that is given itself. */
const maxChain = 100

const builders = new Set(['entity', 'events', 'dimension', 'snapshot', 'featureView', 'store', 'serving', 'dataset', 'model', 'monitor', 'defineConfig'])

/** The call of the language that an expression comes from, through constants of the file and `derive`; null for a helper of the author's. */
export function builderCall(scope: Scope, expression: ts.Expression): BuilderCall | null {
  const { ts } = scope
  const derived: ts.Expression[] = []
  for (let e = resolved(scope, expression); ts.isCallExpression(e) && derived.length < maxChain;) {
    const builder = calledName(scope, e)
    if (builder !== null && builders.has(builder)) return { builder, args: e.arguments, derived: derived.toReversed() }
    if (!ts.isPropertyAccessExpression(e.expression) || e.expression.name.text !== 'derive') return null
    derived.push(...e.arguments.slice(0, 1))
    e = resolved(scope, e.expression.expression)
  }
  return null
}

/** `f` of `f(...)`, as the language calls it, and of `featplan.f(...)`. */
function calledName(scope: Scope, call: ts.CallExpression): string | null {
  const { ts } = scope
  if (ts.isIdentifier(call.expression)) return scope.aliases.get(call.expression.text) ?? call.expression.text
  return ts.isPropertyAccessExpression(call.expression) && ts.isIdentifier(call.expression.expression) ? call.expression.name.text : null
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

function addFeatures(scope: Scope, notes: Notes, features: ts.Expression | undefined): void {
  for (const [name, property, value] of properties(scope, features)) addMember(scope, notes, name, property, value)
}

type Property = readonly [name: string, node: ts.ObjectLiteralElementLike, value: ts.Expression | undefined]

/** What is written out in an object literal, or in the one that a function returns. */
function* properties(scope: Scope, expression: ts.Expression | undefined, depth = 0): Iterable<Property> {
  const { ts } = scope
  const literal = expression === undefined ? null : objectLiteral(scope, expression)
  for (const property of literal?.properties ?? []) {
    if (ts.isSpreadAssignment(property)) {
      if (depth < 5) yield* properties(scope, property.expression, depth + 1)
      continue
    }
    const name = nameText(scope, property.name)
    if (name === null) continue
    yield [name, property, ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined]
  }
}

function objectLiteral(scope: Scope, expression: ts.Expression): ts.ObjectLiteralExpression | null {
  const { ts } = scope
  const e = resolved(scope, expression)
  if (ts.isObjectLiteralExpression(e)) return e
  if (!ts.isArrowFunction(e) && !ts.isFunctionExpression(e)) return null
  if (!ts.isBlock(e.body)) return objectLiteral(scope, e.body)
  const last = e.body.statements.findLast(ts.isReturnStatement)?.expression
  return last === undefined ? null : objectLiteral(scope, last)
}

/** The member itself, its versions as `name@n`, and its options as `name.option`: those of `.with({...})`, `.default` and `.renamedFrom`. */
function addMember(scope: Scope, notes: Notes, name: string, property: ts.Node, value: ts.Expression | undefined): void {
  const { ts } = scope
  notes[name] = noteOf(scope, property, docComment(scope, property) ?? constantComment(scope, value))
  let e = value === undefined ? undefined : resolved(scope, value)
  for (let i = 0; e !== undefined && ts.isCallExpression(e) && i < maxChain; i++) {
    if (!ts.isPropertyAccessExpression(e.expression)) {
      if (calledName(scope, e) === 'versions') {
        for (const [n, p] of properties(scope, e.arguments[0])) notes[`${name}@${n}`] = noteOf(scope, p, docComment(scope, p))
      }
      return
    }
    const method = e.expression.name.text
    const argument = e.arguments[0]
    if (method === 'with') for (const [option, p] of properties(scope, argument)) notes[`${name}.${option}`] ??= noteOf(scope, p, null)
    else if (argument !== undefined && (method === 'default' || method === 'renamedFrom')) notes[`${name}.${method}`] ??= noteOf(scope, argument, null)
    e = resolved(scope, e.expression.expression)
  }
}

/** The doc comment above the constant that a member is given as. */
function constantComment(scope: Scope, value: ts.Expression | undefined): string | null {
  const local = value !== undefined && scope.ts.isIdentifier(value) ? scope.locals.get(value.text) : undefined
  return local === undefined ? null : docComment(scope, local.documented)
}
