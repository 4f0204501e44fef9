import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { ts } from 'ts-morph'
import { describe, expect, it } from 'vitest'
import { topological } from '../compiler/base/graph.ts'
import { filesBelow, repository } from './source-files.ts'

/** What the files of a layer may import besides their own layer; the longest prefix that fits names the layer. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'compiler/base': [],
  'compiler/ir': ['compiler/base'],
  'compiler/dsl': ['compiler/base', 'compiler/ir'],
  'compiler/load': ['compiler/base', 'compiler/ir', 'compiler/dsl'],
  'compiler/analyze': ['compiler/base', 'compiler/ir'],
  'compiler/lower': ['compiler/base', 'compiler/ir'],
  'compiler/place': ['compiler/base', 'compiler/ir'],
  'compiler/emit': ['compiler/base', 'compiler/ir', 'compiler/emit/duckdb', 'compiler/emit/snowflake'],
  'compiler/emit/duckdb': ['compiler/base', 'compiler/ir', 'compiler/emit'],
  'compiler/emit/snowflake': ['compiler/base', 'compiler/ir', 'compiler/emit'],
  'compiler/plan': ['compiler/base', 'compiler/ir', 'compiler/emit', 'compiler/lower', 'compiler/place'],
  'compiler/docs': ['compiler/base', 'compiler/ir'],
  'compiler/import': ['compiler/base', 'compiler/ir'],
  compiler: ['compiler'],
  registry: ['compiler'],
  cli: ['registry', 'compiler'],
}

/** Third-party packages and the only places that may import them. */
const confined: Readonly<Record<string, readonly string[]>> = {
  esbuild: ['compiler/load/'],
  'oxc-parser': ['compiler/load/'],
  '@duckdb/node-api': ['registry/driver/duckdb.ts', 'registry/driver/beside.ts'],
  'snowflake-sdk': ['registry/driver/snowflake/'],
  commander: ['cli/'],
  'jest-diff': ['cli/views/'],
  handlebars: ['compiler/docs/'],
  'smol-toml': ['registry/driver/snowflake/'],
  yaml: ['compiler/import/'],
}

/** Slow to import: nothing that every command imports may reach them without awaiting. */
const slow = ['esbuild', 'oxc-parser', '@duckdb/node-api', 'snowflake-sdk', 'yaml']

interface Import {
  readonly from: string
  /** A file of ours, or the name of a package. */
  readonly to: string
  readonly ours: boolean
  readonly dynamic: boolean
  readonly typeOnly: boolean
}

const files = new Map(filesBelow('compiler', 'registry', 'cli').map(f => [f, parsed(f)]))
const imports = [...files].flatMap(([name, file]) => importsOf(name, file))

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(`${repository}${file}`, 'utf8'), ts.ScriptTarget.ES2023, true)
}

function importsOf(from: string, file: ts.SourceFile): readonly Import[] {
  const found: Import[] = []
  const add = (text: string, dynamic: boolean, typeOnly: boolean): void => {
    const ours = text.startsWith('.')
    const packageName = text
      .split('/')
      .slice(0, text.startsWith('@') ? 2 : 1)
      .join('/')
    found.push({ from, to: ours ? normalize(join(dirname(from), text)) : packageName, ours, dynamic, typeOnly })
  }
  const text = (node: ts.Node | undefined): string | null => (node !== undefined && ts.isStringLiteral(node) ? node.text : null)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(text(node.moduleSpecifier)!, false, node.importClause?.isTypeOnly === true)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) add(text(node.moduleSpecifier)!, false, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(text(node.argument.literal)!, false, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const name = text(node.arguments[0])
      if (name !== null) add(name, true, false)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function layerOf(file: string): string {
  return Object.keys(layers)
    .filter(l => file.startsWith(`${l}/`))
    .toSorted((a, b) => b.length - a.length)[0]!
}

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1
}

/** Lines of every function with a body in braces. */
function functionLengths(): readonly { readonly where: string; readonly lines: number }[] {
  const found: { where: string; lines: number }[] = []
  const visit = (name: string, file: ts.SourceFile, node: ts.Node): void => {
    const isFunction = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node)
    const isExpression = (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isBlock(node.body)
    if (isFunction || isExpression) {
      const first = lineOf(file, node.getStart(file))
      found.push({ where: `${name}:${first}`, lines: lineOf(file, node.end) - first + 1 })
    }
    ts.forEachChild(node, child => visit(name, file, child))
  }
  for (const [name, file] of files) visit(name, file, file)
  return found
}

function p90(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.9)]!
}

describe('layers', () => {
  it('sees the whole source', () => {
    expect(files.size).toBeGreaterThan(180)
    expect(imports.length).toBeGreaterThan(700)
    expect(imports.some(i => i.dynamic)).toBe(true)
    expect(imports.filter(i => i.ours && !existsSync(`${repository}${i.to}`))).toEqual([])
  })

  it('imports only downwards', () => {
    const wrong = imports
      .filter(i => i.ours)
      .filter(i => {
        const [from, to] = [layerOf(i.from), layerOf(i.to)]
        return from !== to && !layers[from]!.some(l => to === l || (l === 'compiler' && to.startsWith('compiler/')))
      })
    expect(wrong.map(i => `${i.from} -> ${i.to}`)).toEqual([])
  })

  it('has no cycle, types included', () => {
    const { cycles } = topological(files.keys(), f => imports.filter(i => i.ours && i.from === f).map(i => i.to))
    expect(cycles).toEqual([])
  })

  it('keeps third-party packages in their place', () => {
    const wrong = imports.filter(i => !i.ours && i.to in confined).filter(i => !confined[i.to]!.some(place => i.from.startsWith(place)))
    expect(wrong.map(i => `${i.from} -> ${i.to}`)).toEqual([])
  })

  it('reaches slow packages only by awaited imports', () => {
    const reached = (starts: readonly string[]): ReadonlySet<string> => {
      const found = new Set(starts)
      for (const file of found) for (const i of imports) if (i.from === file && !i.dynamic && !i.typeOnly) found.add(i.to)
      return found
    }
    expect(reached(['cli/main.ts'])).toContain('commander')
    for (const start of ['cli/main.ts', 'cli/serve.ts', 'registry/index.ts', 'compiler/index.ts']) {
      expect(
        slow.filter(name => reached([start]).has(name)),
        start,
      ).toEqual([])
    }
    expect([...reached(['cli/main.ts'])].filter(f => !f.startsWith('cli/') && !f.startsWith('node:'))).toEqual(['commander'])
  })

  it('declares every package that it imports, or takes it in', async () => {
    type Packages = Readonly<Record<string, string>>
    const manifest = JSON.parse(readFileSync(`${repository}package.json`, 'utf8')) as { dependencies: Packages; peerDependencies: Packages }
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies }
    const { takenIn } = (await import(`${repository}bin/taken-in.js`)) as { takenIn: readonly string[] }
    const used = new Set(imports.filter(i => !i.ours && !i.to.startsWith('node:')).map(i => i.to))
    expect([...used].filter(u => !(u in declared))).toEqual(takenIn)
  })

  it('prints and exits only in the command line', () => {
    const wrong = [...files].filter(([name, file]) => !name.startsWith('cli/') && /\bconsole\.|process\.(exit|stdout|stderr)/.test(file.text))
    expect(wrong.map(([name]) => name)).toEqual([])
  })
})

describe('budgets', () => {
  it('keeps files short', () => {
    const lengths = [...files].map(([name, file]) => ({ name, lines: lineOf(file, file.end) }))
    expect(lengths.filter(l => l.lines > 400)).toEqual([])
    expect(p90(lengths.map(l => l.lines))).toBeLessThanOrEqual(250)
  })

  it('keeps functions short', () => {
    const lengths = functionLengths()
    expect(lengths.length).toBeGreaterThan(500)
    expect(lengths.filter(l => l.lines > 60)).toEqual([])
    expect(p90(lengths.map(l => l.lines))).toBeLessThanOrEqual(30)
  })

  it('names files in kebab-case and exports nothing by default', () => {
    expect([...files.keys()].filter(f => !/^[a-z0-9/-]+\.ts$/.test(f))).toEqual([])
    expect([...files].filter(([, file]) => /^export default\b/m.test(file.text)).map(([name]) => name)).toEqual([])
  })
})
