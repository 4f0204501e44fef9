import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { runBundle } from '../../compiler/load/run.ts'
import type { Files } from './project.ts'
import { project } from './project.ts'
import { config, load, standIn } from './stand-in.ts'

const view = "import { featureView } from 'featplan'\nexport const v = featureView('v', { entity: 'e' }, { x: 1 })\n"

interface Case {
  readonly files: Files
  /** Code, and where it points: file:line:column and the text there. */
  readonly found: string
  readonly message?: string
  readonly hint?: string | null
}

/** The project that every case changes. */
const valid: Files = { 'features.config.ts': config, 'features/v.ts': view }

const cases: Readonly<Record<string, Case>> = {
  'F101 two configs': {
    files: { ...valid, 'features.config.js': 'export const config = 1' },
    found: 'F101 features.config.js:1:1 ',
    message: 'found 2 configs: features.config.ts, features.config.js',
  },
  'F102 a config file that exports none': {
    files: { ...valid, 'features.config.ts': "import { defineConfig } from 'featplan'\nconst config = defineConfig({})\n" },
    found: 'F102 features.config.ts:1:1 ',
  },
  'F103 two configs in one file': {
    files: {
      ...valid,
      'features.config.ts': "import { defineConfig } from 'featplan'\nexport const a = defineConfig({})\nexport const b = defineConfig({})\n",
    },
    found: 'F103 features.config.ts:1:1 ',
    message: 'features.config.ts exports several configs: a, b',
  },
  'F104 a config of the wrong shape': {
    files: { ...valid, 'features.config.ts': config.replace("project: 'p'", 'project: 7') },
    found: 'F104 features.config.ts:3:3 project: 7',
    message: 'config: project: expected string, received number',
  },
  'F104 a target of the wrong shape': {
    files: { ...valid, 'features.config.ts': config.replace("duckdb('x.duckdb')", "duckdb({ environment: 'X' })") },
    found: "F104 features.config.ts:5:14 local: duckdb({ environment: 'X' })",
  },
  'F105 a default target that is not declared': {
    files: { ...valid, 'features.config.ts': config.replace("defaultTarget: 'local'", "defaultTarget: 'locla'") },
    found: "F105 features.config.ts:4:3 defaultTarget: 'locla'",
    hint: "did you mean 'local'?",
  },
  'F110 a file that does not compile': {
    files: { ...valid, 'features/v.ts': "const text = 'ä→'; const y = }\n" },
    found: 'F110 features/v.ts:1:30 }',
    message: 'does not compile: Unexpected "}"',
  },
  'F110 top-level await': {
    files: { ...valid, 'features/v.ts': 'export const x = await 1\n' },
    found: 'F110 features/v.ts:1:18 await',
  },
  'F111 a file that is not there': {
    files: { ...valid, 'features/w.ts': "import { v } from './vv.ts'\nexport const w = v\n" },
    found: "F111 features/w.ts:1:19 './vv.ts'",
    hint: "did you mean './v.ts'?",
  },
  'F111 a package that is not installed': {
    files: { ...valid, 'features/w.ts': "import { chunk } from 'no-such-package'\nexport const w = chunk\n" },
    found: "F111 features/w.ts:1:23 'no-such-package'",
    hint: "install the package, or write './no-such-package' for a file of the project",
  },
  'F111 a path that is computed': {
    files: { ...valid, 'features/w.ts': "const name = './v.ts'\nexport const w = require(name)\n" },
    found: 'F111 features/w.ts:2:18 require',
  },
  'F112 a module of Node': {
    files: { ...valid, 'features/w.ts': "import { readFileSync } from 'node:fs'\nexport const w = readFileSync('x')\n" },
    found: "F112 features/w.ts:1:30 'node:fs'",
    message: "a definition cannot use 'node:fs'",
  },
  'F112 a module of Node in a package': {
    files: {
      ...valid,
      'features/w.ts': "import os from 'p'\nexport const w = os\n",
      'node_modules/p/index.js': "import os from 'os'\nexport default os.hostname()\n",
      'node_modules/p/package.json': '{"main":"index.js"}',
    },
    found: "F112 node_modules/p/index.js:1:16 'os'",
  },
  'F113 files that import each other': {
    files: {
      ...valid,
      'features/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'features/b.ts': "import { c } from './c.ts'\nexport const b = c\n",
      'features/c.ts': "export const d = 1\nimport { a } from './a.ts'\nexport const c = a\n",
    },
    found: "F113 features/c.ts:2:19 './a.ts'",
    message: 'files import each other in a loop: features/a.ts -> features/b.ts -> features/c.ts -> features/a.ts',
  },
  'F114 an export that a file does not have': {
    files: { ...valid, 'features/w.ts': "import { vv } from './v.ts'\nexport const w = vv\n" },
    found: 'F114 features/w.ts:1:10 vv',
    hint: "did you mean 'v'?",
  },
  'F114 an export that a file does not have, through a namespace': {
    files: { ...valid, 'features/w.ts': "import * as all from './v.ts'\nexport const w = all.vw\n" },
    found: 'F114 features/w.ts:2:22 vw',
  },
  'F114 an export that the language does not have': {
    files: { ...valid, 'features/w.ts': "import { entty } from 'featplan'\n\nexport const w = entty('w')\n" },
    found: 'F114 features/w.ts:3:18 entty',
    message: "'featplan' exports no 'entty'",
    hint: "did you mean 'entity'?",
  },
  'F120 the clock': {
    files: { ...valid, 'features/w.ts': 'const year = (d: Date) => d.getFullYear()\n\nexport const w = year(new Date())\n' },
    found: 'F120 features/w.ts:3:23 new',
    message: 'a definition cannot use new Date(): it depends on the clock or the time zone of the machine',
  },
  'F120 the clock, where the error is caught': {
    files: { ...valid, 'features/w.ts': 'export let w = 0\ntry { w = Date.now() } catch {}\n' },
    found: 'F120 features/w.ts:2:11 Date.now',
  },
  'F120 the clock of performance': {
    files: { ...valid, 'features/w.ts': 'export const w = performance.now()\n' },
    found: 'F120 features/w.ts:1:18 performance.now',
  },
  'F121 random numbers': {
    files: { ...valid, 'features/w.ts': "import { featureView } from 'featplan'\nexport const w = featureView('w', {}, {\n  x: Math.random(),\n})\n" },
    found: 'F121 features/w.ts:3:6 Math.random',
  },
  'F122 the environment': {
    files: { ...valid, 'features/w.ts': "export const w = process.env['HOME']\n" },
    found: 'F122 features/w.ts:1:18 process.env',
  },
  'F122 the locale': {
    files: { ...valid, 'features/w.ts': 'export const w = new Intl.NumberFormat().format(1)\n' },
    found: 'F122 features/w.ts:1:22 Intl.NumberFormat',
  },
  'F123 the network': {
    files: { ...valid, 'features/w.ts': "export const w = fetch('https://example.com')\n" },
    found: 'F123 features/w.ts:1:18 fetch',
  },
  'F124 timers': {
    files: { ...valid, 'features/w.ts': 'setTimeout(() => {}, 1)\n' },
    found: 'F124 features/w.ts:1:1 setTimeout',
  },
  'F124 async functions': {
    files: { ...valid, 'features/w.ts': 'const later = async () => 1\nexport const w = later()\n' },
    found: 'F124 features/w.ts:1:24 =>',
  },
  'F124 dynamic imports': {
    files: { ...valid, 'features/w.ts': "export const w = import('./v.ts')\n" },
    found: 'F124 features/w.ts:1:18 import',
  },
  'F125 eval': {
    files: { ...valid, 'features/w.ts': "export const w = eval('1 + 1')\n" },
    found: 'F125 features/w.ts:1:18 eval',
  },
  'F125 new Function': {
    files: { ...valid, 'features/w.ts': "export const w = new Function('return 1')()\n" },
    found: 'F125 features/w.ts:1:18 new',
  },
  'F126 a module that throws': {
    files: { ...valid, 'features/w.ts': "const check = (n: number) => {\n  if (n > 1) throw new RangeError('too many')\n}\ncheck(2)\n" },
    found: 'F126 features/w.ts:2:20 new',
    message: 'the definitions stopped here with RangeError: too many',
  },
  'F126 a module that calls what is undefined': {
    files: { ...valid, 'features/w.ts': 'const a: any = {}\nexport const w = a.b.c\n' },
    found: 'F126 features/w.ts:2:18 a.b.c',
    message: "the definitions stopped here with TypeError: Cannot read properties of undefined (reading 'c')",
  },
  'F126 the language throws': {
    files: { ...valid, 'features/w.ts': "import { mistake } from 'featplan'\n\nmistake()\n" },
    found: 'F126 features/w.ts:3:1 mistake',
    message: 'the definitions stopped here with TypeError: a mistake of the language',
  },
  'F130 a value that is no data': {
    files: { ...valid, 'features/v.ts': view.replace('x: 1', 'x: { of: [1, NaN] }') },
    found: "F130 features/v.ts:2:14 v = featureView('v', { entity: 'e' }, { x: { of: [1, NaN] } })",
    message: 'a definition is plain data: found NaN at v.features[0].expr.of[1]',
  },
  'F130 a function': {
    files: { ...valid, 'features/v.ts': view.replace('x: 1', 'x: () => 1') },
    found: "F130 features/v.ts:2:14 v = featureView('v', { entity: 'e' }, { x: () => 1 })",
    message: 'a definition is plain data: found a function at v.features[0].expr',
  },
  'F130 a value that contains itself': {
    files: { ...valid, 'features/v.ts': `const loop: any = {}\nloop.of = loop\n${view.replace('x: 1', 'x: loop')}` },
    found: "F130 features/v.ts:4:14 v = featureView('v', { entity: 'e' }, { x: loop })",
  },
}

function where(root: string, d: Diagnostic): string {
  if (d.span === null) return d.code
  const text = readFileSync(join(root, d.span.file), 'utf8')
  const before = text.slice(0, d.span.start).split('\n')
  expect([d.span.line, d.span.column]).toEqual([before.length, before.at(-1)!.length + 1])
  return `${d.code} ${d.span.file}:${d.span.line}:${d.span.column} ${text.slice(d.span.start, d.span.end)}`
}

it('loads the project that the cases change', async () => {
  const { value, diagnostics } = await load(project(valid))
  expect(diagnostics).toEqual([])
  expect(value?.definitions.map(d => d.address)).toEqual(['view.v'])
})

it.each(Object.entries(cases))('%s', async (_, { files, found, message, hint }) => {
  const root = project(files)
  const { value, diagnostics } = await load(root)
  expect(value).toBeNull()
  expect(diagnostics.map(d => where(root, d))).toEqual([found])
  if (message !== undefined) expect(diagnostics[0]?.message).toBe(message)
  if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint)
})

it('F100 no config', async () => {
  const { value, diagnostics } = await load(project({ 'features/v.ts': view }))
  expect(value).toBeNull()
  expect(diagnostics.map(d => d.message)).toEqual(['found no project: expected features.config.ts'])
})

it('F106 no files under features/', async () => {
  const { value, diagnostics } = await load(
    project({ 'features.config.ts': config, 'features/readme.md': '', 'features/a.test.ts': 'throw 1', 'features/b.d.ts': '' }),
  )
  expect(value).toBeNull()
  expect(diagnostics.map(d => d.code)).toEqual(['F106'])
})

it('F107 nothing is exported: a warning', async () => {
  const { value, diagnostics } = await load(project({ ...valid, 'features/v.ts': view.replace('export const', 'const') }))
  expect(value?.definitions).toEqual([])
  expect(diagnostics.map(d => [d.code, d.severity])).toEqual([['F107', 'warning']])
})

it('F127 definitions that never end', async () => {
  const bundle = { code: 'for (;;) {}', map: () => '{"version":3,"sources":[],"names":[],"mappings":""}', imports: new Map() }
  const { exports, diagnostics } = runBundle('/', bundle, await standIn.load(), 0.05)
  expect(exports).toBeNull()
  expect(diagnostics.map(d => d.message)).toEqual(['the definitions were still running after 0.05 s'])
})

it('F128 printing: a warning, also from the cache', async () => {
  const root = project({ ...valid, 'features/w.ts': "console.log('n is', { n: 1 })\n" })
  for (const _ of ['fresh', 'cached']) {
    const { value, diagnostics } = await load(root, join(root, '.cache'))
    expect(value).not.toBeNull()
    expect(diagnostics.map(d => [where(root, d), d.message])).toEqual([['F128 features/w.ts:1:1 console.log', 'console: n is {"n":1}']])
  }
})

it('passes on the diagnostics that the language throws', async () => {
  const known = diagnostic('F110', { problem: 'x' })
  const language = {
    ...standIn,
    load: async () => ({
      ...(await standIn.load()),
      boom: () => {
        throw new FeatError([known])
      },
    }),
  }
  const root = project({ ...valid, 'features/v.ts': "import { boom } from 'featplan'\nboom()\n" })
  const { diagnostics } = await load(root, null, language)
  expect(diagnostics.map(d => [where(root, d), d.message])).toEqual([['F110 features/v.ts:2:1 boom', known.message]])
})

it('collects the mistakes of all files at once', async () => {
  const { diagnostics } = await load(project({ 'features/a.ts': 'const = 1', 'features/b.ts': "import 'node:fs'", 'features/c.ts': "import './d.ts'" }))
  expect(diagnostics.map(d => d.code).toSorted()).toEqual(['F100', 'F110', 'F111', 'F112'])
})
