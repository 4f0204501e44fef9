import type { ts } from 'ts-morph'

export type TypeScript = typeof ts

/** What a constant of the file was given, and the node that its doc comment stands above. */
export interface Local {
  readonly declaration: ts.VariableDeclaration
  readonly documented: ts.Node
}

/** One parsed file with the names that its top level declares. Nothing is type-checked. */
export interface Scope {
  readonly ts: TypeScript
  readonly file: ts.SourceFile
  readonly text: string
  readonly locals: ReadonlyMap<string, Local>
  /** Local name -> name in 'featplan', where an import gives another one. */
  readonly aliases: ReadonlyMap<string, string>
}

export function parseScope(ts: TypeScript, name: string, text: string): Scope {
  const file = ts.createSourceFile(name, text, { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone })
  const locals = new Map<string, Local>()
  const aliases = new Map<string, string>()
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      const { declarations } = statement.declarationList
      for (const declaration of declarations) {
        if (ts.isIdentifier(declaration.name))
          locals.set(declaration.name.text, { declaration, documented: declarations.length === 1 ? statement : declaration })
      }
    } else if (ts.isImportDeclaration(statement)) {
      const named = statement.importClause?.namedBindings
      if (named === undefined || !ts.isNamedImports(named)) continue
      for (const e of named.elements) if (e.propertyName !== undefined) aliases.set(e.name.text, e.propertyName.text)
    }
  }
  return { ts, file, text, locals, aliases }
}

/** Parentheses and type annotations off; a constant of the file followed to what it was given. */
export function resolved(scope: Scope, expression: ts.Expression, depth = 0): ts.Expression {
  const { ts } = scope
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) || ts.isNonNullExpression(expression)) {
    return resolved(scope, expression.expression, depth)
  }
  const local = ts.isIdentifier(expression) ? scope.locals.get(expression.text)?.declaration.initializer : undefined
  return local === undefined || depth > 20 ? expression : resolved(scope, local, depth + 1)
}

/** The name of a property or element where it is written out. */
export function nameText(scope: Scope, name: ts.PropertyName): string | null {
  const { ts } = scope
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression) ? name.expression.text : null
}
