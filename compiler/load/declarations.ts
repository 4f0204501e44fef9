import type { BindingPattern, ExportDefaultDeclarationKind, ExportSpecifier, Expression, VariableDeclarator } from 'oxc-parser'
import { docComment } from './doc-comment.ts'
import type { Note, Notes } from './members.ts'
import { builderCall, callNotes, noteOf, propertyName, propertyValue } from './members.ts'
import type { Given, Place, Scope } from './scope.ts'
import { literalText, methodCall, moduleName, parseScope, resolved, variables } from './scope.ts'

/** How one export of a file was declared. */
export interface Declaration extends Note {
  /** A call of the language, and not that of a helper or an export from another file. */
  readonly direct: boolean
  /** Its first argument, where it is written out: tells members of a list apart. */
  readonly called: string | null
  readonly members: Readonly<Notes>
  /** Of an exported list or record: how each entry was declared. */
  readonly entries: Readonly<Record<string, Declaration>> | null
}

/** By export name. */
export type Declarations = Readonly<Record<string, Declaration>>

/** Reads the exports of one file from its text alone. */
export function parseDeclarations(file: string, text: string): Declarations {
  const scope = parseScope(file, text)
  const found: Record<string, Declaration> = {}
  for (const statement of scope.statements) {
    if (statement.type === 'ExportNamedDeclaration') {
      for (const declaration of variables(statement)?.declarations ?? []) addBinding(scope, found, declaration)
      for (const s of statement.specifiers) found[moduleName(s.exported)] = specified(scope, s, statement.source === null)
    } else if (statement.type === 'ExportDefaultDeclaration') {
      const given = statement.declaration
      if (!isDeclaration(given)) found['default'] = declared(scope, statement, statement, given)
    }
  }
  return found
}

/** `export default function f() {}` declares nothing that could be a definition. */
function isDeclaration(given: ExportDefaultDeclarationKind): given is Exclude<ExportDefaultDeclarationKind, Expression> {
  return given.type === 'FunctionDeclaration' || given.type === 'ClassDeclaration' || given.type === 'TSInterfaceDeclaration'
}

function addBinding(scope: Scope, found: Record<string, Declaration>, declaration: VariableDeclarator): void {
  const { id } = declaration
  if (id.type === 'Identifier') found[id.name] = constant(scope, id.name, declaration)
  else if (id.type === 'ObjectPattern') for (const p of id.properties) addElement(scope, found, p, p.type === 'RestElement' ? p.argument : p.value)
  else if (id.type === 'ArrayPattern') for (const e of id.elements) if (e !== null) addElement(scope, found, e, e.type === 'RestElement' ? e.argument : e)
}

/** A name that is taken out of a list or record. */
function addElement(scope: Scope, found: Record<string, Declaration>, element: Place, pattern: BindingPattern): void {
  const name = pattern.type === 'AssignmentPattern' ? pattern.left : pattern
  if (name.type === 'Identifier') found[name.name] = declared(scope, element, element, null)
}

function constant(scope: Scope, name: string, declaration: VariableDeclarator): Declaration {
  return declared(scope, declaration, scope.locals.get(name)?.documented ?? declaration, declaration.init)
}

/** `export { a as b }`: as the constant was declared; `export { a } from './a.ts'`: the specifier. */
function specified(scope: Scope, specifier: ExportSpecifier, local: boolean): Declaration {
  const name = moduleName(specifier.local)
  const declaration = local ? scope.locals.get(name)?.declaration : undefined
  return declaration === undefined ? declared(scope, specifier, specifier, null) : constant(scope, name, declaration)
}

function declared(scope: Scope, place: Place, documented: Place, given: Given | null): Declaration {
  const call = given === null ? null : builderCall(scope, given)
  const first = call?.args[0]
  return {
    ...noteOf(scope, place, docComment(scope, documented) ?? aliasComment(scope, given)),
    direct: call !== null,
    called: first === undefined ? null : literalText(first),
    members: call === null ? {} : callNotes(scope, call),
    entries: given === null || call !== null ? null : entriesOf(scope, resolved(scope, given)),
  }
}

/** `export const a = b` and `b.derive(...)`: what is said about `b` holds where nothing is said about `a`. */
function aliasComment(scope: Scope, given: Given | null, depth = 0): string | null {
  let e = given
  for (let method = e && methodCall(e); method !== null; method = methodCall(e)) e = method.of
  const local = e?.type === 'Identifier' ? scope.locals.get(e.name) : undefined
  if (local === undefined || depth > 20) return null
  return docComment(scope, local.documented) ?? aliasComment(scope, local.declaration.init, depth + 1)
}

function entriesOf(scope: Scope, given: Given): Declaration['entries'] {
  const entries: Record<string, Declaration> = {}
  if (given.type === 'ArrayExpression') {
    for (const [i, element] of given.elements.entries()) {
      if (element?.type === 'SpreadElement') break
      if (element !== null) entries[i] = entry(scope, element, element)
    }
  } else if (given.type === 'ObjectExpression') {
    for (const property of given.properties) {
      if (property.type === 'SpreadElement') continue
      const [name, value] = [propertyName(property), propertyValue(property)]
      if (name !== null && value !== undefined) entries[name] = entry(scope, property, value)
    }
  } else return null
  return entries
}

/** A constant of the file is where it was declared; all else is where it stands. */
function entry(scope: Scope, place: Place, value: Given): Declaration {
  if (value.type !== 'Identifier') return declared(scope, place, place, value)
  const local = scope.locals.get(value.name)
  return local === undefined ? declared(scope, place, place, value) : constant(scope, value.name, local.declaration)
}
