import type { ts } from 'ts-morph'
import { docComment } from './doc-comment.ts'
import type { Note, Notes } from './members.ts'
import { builderCall, callNotes, noteOf } from './members.ts'
import type { Scope, TypeScript } from './scope.ts'
import { nameText, parseScope, resolved } from './scope.ts'

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
export function parseDeclarations(ts: TypeScript, file: string, text: string): Declarations {
  const scope = parseScope(ts, file, text)
  const found: Record<string, Declaration> = {}
  for (const statement of scope.file.statements) {
    if (ts.isVariableStatement(statement) && statement.modifiers?.some(m => m.kind === ts.SyntaxKind.ExportKeyword)) {
      for (const declaration of statement.declarationList.declarations) addBinding(scope, found, declaration.name, declaration)
    } else if (ts.isExportAssignment(statement) && statement.isExportEquals !== true) {
      found['default'] = declared(scope, statement, statement, statement.expression)
    } else if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
      const local = statement.moduleSpecifier === undefined
      for (const e of statement.exportClause.elements) found[e.name.text] = specified(scope, e, local)
    }
  }
  return found
}

function addBinding(scope: Scope, found: Record<string, Declaration>, name: ts.BindingName, declaration: ts.VariableDeclaration): void {
  if (scope.ts.isIdentifier(name)) {
    found[name.text] = constant(scope, name.text, declaration)
    return
  }
  for (const element of name.elements) {
    if (scope.ts.isBindingElement(element) && scope.ts.isIdentifier(element.name)) found[element.name.text] = declared(scope, element, element, undefined)
  }
}

function constant(scope: Scope, name: string, declaration: ts.VariableDeclaration): Declaration {
  return declared(scope, declaration, scope.locals.get(name)?.documented ?? declaration, declaration.initializer)
}

/** `export { a as b }`: as the constant was declared; `export { a } from './a.ts'`: the specifier. */
function specified(scope: Scope, specifier: ts.ExportSpecifier, local: boolean): Declaration {
  const name = (specifier.propertyName ?? specifier.name).text
  const declaration = local ? scope.locals.get(name)?.declaration : undefined
  return declaration === undefined ? declared(scope, specifier, specifier, undefined) : constant(scope, name, declaration)
}

function declared(scope: Scope, node: ts.Node, documented: ts.Node, given: ts.Expression | undefined): Declaration {
  const call = given === undefined ? null : builderCall(scope, given)
  const first = call?.args[0]
  return {
    ...noteOf(scope, node, docComment(scope, documented) ?? aliasComment(scope, given)),
    direct: call !== null,
    called: first !== undefined && scope.ts.isStringLiteralLike(first) ? first.text : null,
    members: call === null ? {} : callNotes(scope, call),
    entries: given === undefined || call !== null ? null : entriesOf(scope, resolved(scope, given)),
  }
}

/** `export const a = b` and `b.derive(...)`: what is said about `b` holds where nothing is said about `a`. */
function aliasComment(scope: Scope, given: ts.Expression | undefined, depth = 0): string | null {
  const { ts } = scope
  let e = given
  while (e !== undefined && ts.isCallExpression(e) && ts.isPropertyAccessExpression(e.expression)) e = e.expression.expression
  const local = e !== undefined && ts.isIdentifier(e) ? scope.locals.get(e.text) : undefined
  if (local === undefined || depth > 20) return null
  return docComment(scope, local.documented) ?? aliasComment(scope, local.declaration.initializer, depth + 1)
}

function entriesOf(scope: Scope, given: ts.Expression): Declaration['entries'] {
  const { ts } = scope
  const entries: Record<string, Declaration> = {}
  if (ts.isArrayLiteralExpression(given)) {
    for (const [i, element] of given.elements.entries()) {
      if (ts.isSpreadElement(element)) break
      entries[i] = entry(scope, element, element)
    }
  } else if (ts.isObjectLiteralExpression(given)) {
    for (const property of given.properties) {
      const name = property.name === undefined ? null : nameText(scope, property.name)
      const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined
      if (name !== null && value !== undefined) entries[name] = entry(scope, property, value)
    }
  } else return null
  return entries
}

/** A constant of the file is where it was declared; all else is where it stands. */
function entry(scope: Scope, node: ts.Node, value: ts.Expression): Declaration {
  const local = scope.ts.isIdentifier(value) ? scope.locals.get(value.text) : undefined
  return local === undefined ? declared(scope, node, node, value) : constant(scope, value.getText(scope.file), local.declaration)
}
