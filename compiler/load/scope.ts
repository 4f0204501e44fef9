import type { Argument, Comment, Directive, Statement, VariableDeclaration, VariableDeclarator } from 'oxc-parser'
import { parseSync } from 'oxc-parser'

/** An expression, or one that is spread into a call or list. */
export type Given = Argument

/** Where something is written, in UTF-16 units. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** What a constant of the file was given, and the place that its doc comment stands above. */
export interface Local {
  readonly declaration: VariableDeclarator
  readonly documented: Place
}

/** One parsed file with the names that its top level declares. Nothing is type-checked. */
export interface Scope {
  readonly statements: readonly (Directive | Statement)[]
  readonly text: string
  /** In the order of the text. */
  readonly comments: readonly Comment[]
  /** Where each line begins. */
  readonly lines: readonly number[]
  readonly locals: ReadonlyMap<string, Local>
  /** Local name -> name in 'featplan', of every import by name. */
  readonly aliases: ReadonlyMap<string, string>
}

/** A file that is no program has no statements: the bundle says what is wrong with it. */
export function parseScope(file: string, text: string): Scope {
  // What types say is of no use here, and takes long to hand over.
  const { program, comments } = parseSync(file, text, { sourceType: 'module', astType: 'js' })
  const locals = new Map<string, Local>()
  const aliases = new Map<string, string>()
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const s of statement.specifiers) if (s.type === 'ImportSpecifier') aliases.set(s.local.name, moduleName(s.imported))
      continue
    }
    const declarations = variables(statement)?.declarations ?? []
    for (const declaration of declarations) {
      const documented = declarations.length === 1 ? statement : declaration
      if (declaration.id.type === 'Identifier') locals.set(declaration.id.name, { declaration, documented })
    }
  }
  return { statements: program.body, text, comments, lines: lineStarts(text), locals, aliases }
}

/** The constants that a statement declares, exported or not. */
export function variables(statement: Directive | Statement): VariableDeclaration | null {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  return declared?.type === 'VariableDeclaration' ? declared : null
}

/** A name in the braces of an import or export. */
export function moduleName(name: { readonly type: 'Identifier'; readonly name: string } | { readonly type: 'Literal'; readonly value: string }): string {
  return name.type === 'Identifier' ? name.name : name.value
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), m => m.index + m[0].length)]
}

/** Parentheses and type annotations off; a constant of the file followed to what it was given. */
export function resolved(scope: Scope, given: Given, depth = 0): Given {
  switch (given.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return resolved(scope, given.expression, depth)
    case 'Identifier': {
      const initial = scope.locals.get(given.name)?.declaration.init ?? null
      return initial === null || depth > 20 ? given : resolved(scope, initial, depth + 1)
    }
    default:
      return given
  }
}

/** A method of something that is called: `x.name(...)`. */
export interface MethodCall {
  readonly of: Given
  readonly name: string
  readonly args: readonly Given[]
}

export function methodCall(given: Given): MethodCall | null {
  const call = given.type === 'ChainExpression' ? given.expression : given
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.computed) return null
  return { of: call.callee.object, name: call.callee.property.name, args: call.arguments }
}

/** A text that is written out; null for anything else. */
export function literalText(given: Given): string | null {
  if (given.type === 'TemplateLiteral') return given.expressions.length === 0 ? (given.quasis[0]?.value.cooked ?? null) : null
  return given.type === 'Literal' && typeof given.value === 'string' ? given.value : null
}
