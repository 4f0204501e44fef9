import { describe, expect, it } from 'vitest'
import type { Declared } from '../../compiler/ir/loaded.ts'
import { parseDeclarations } from '../../compiler/load/declarations.ts'
import { docText } from '../../compiler/load/doc-comment.ts'
import { project } from './project.ts'
import { config, load } from './stand-in.ts'

async function declared(text: string): Promise<readonly Declared[]> {
  const { value, diagnostics } = await load(project({ 'features.config.ts': config, 'features/a.ts': text }))
  expect(diagnostics).toEqual([])
  for (const d of value!.definitions) {
    for (const { span } of [d, ...Object.values(d.members)]) {
      const before = text.slice(0, span!.start).split('\n')
      expect([span!.line, span!.column]).toEqual([before.length, before.at(-1)!.length + 1])
    }
  }
  return value!.definitions
}

/** Each member with the text at its span and its description. */
function members(text: string, d: Declared | undefined): Readonly<Record<string, readonly [string, string | null]>> {
  return Object.fromEntries(Object.entries(d!.members).map(([name, m]) => [name, [text.slice(m.span.start, m.span.end), m.description]]))
}

describe('declarations', () => {
  it('features with their options, versions and derived siblings', async () => {
    const text = `import { featureView } from 'featplan'

const rate: any = Object.defineProperties({}, Object.fromEntries(['default', 'with', 'times'].map(n => [n, { value: () => rate }])))
const versions = (v: object) => 1
/** Counted elsewhere. */
const counted = 1
const shared = { /** Shared by views. */ s: 1, }

/**
 * How a customer's deliveries
 * went lately.
 *
 * @see the guide
 */
export const service = featureView('customer_service', { entity: 'customer', owner: 'growth', serve: { freshness: '5m' } }, {
  /** Share of deliveries on time. */
  on_time: rate.times().default(0).with({ unit: 'share', checks: [] }),
  counted, // no doc comment
  // neither is this
  'quoted-name': 1,
  ...shared,
  v: versions({ 1: rate, /** Better. */ 2: rate }),
}).derive(f => ({
  /** Change. */
  change: f.on_time,
})).derive(function (f) {
  const x = f.change
  return { last: x }
})
`
    const [view] = await declared(text)
    expect([view?.address, view?.description, view?.span?.line, view?.span?.column]).toEqual([
      'view.customer_service',
      "How a customer's deliveries went lately.",
      15,
      14,
    ])
    expect(members(text, view)).toEqual({
      entity: ["entity: 'customer'", null],
      owner: ["owner: 'growth'", null],
      serve: ["serve: { freshness: '5m' }", null],
      'serve.freshness': ["freshness: '5m'", null],
      on_time: ["on_time: rate.times().default(0).with({ unit: 'share', checks: [] })", 'Share of deliveries on time.'],
      'on_time.unit': ["unit: 'share'", null],
      'on_time.checks': ['checks: []', null],
      'on_time.default': ['0', null],
      counted: ['counted', 'Counted elsewhere.'],
      'quoted-name': ["'quoted-name': 1", null],
      s: ['s: 1', 'Shared by views.'],
      v: ['v: versions({ 1: rate, /** Better. */ 2: rate })', null],
      'v@1': ['1: rate', null],
      'v@2': ['2: rate', 'Better.'],
      change: ['change: f.on_time', 'Change.'],
      last: ['last: x', null],
    })
  })

  it('columns and options of a source', async () => {
    const text = `import * as fp from 'featplan'
const number = () => ({ renamedFrom: (n: string) => n })
/** One row per delivery. */
export const deliveries = fp.events('raw.deliveries', {
  columns: {
    /** In US dollars. */
    revenue_usd: number().renamedFrom('rev'),
    eventTime: 'timestamp',
  },
  eventTime: 'eventTime',
})
`
    const [source] = await declared(text)
    expect(source?.description).toBe('One row per delivery.')
    expect(members(text, source)).toEqual({
      columns: [text.slice(text.indexOf('columns:'), text.indexOf('},\n  eventTime') + 1), null],
      'columns.revenue_usd': ["revenue_usd: number().renamedFrom('rev')", 'In US dollars.'],
      'columns.eventTime': ["eventTime: 'timestamp'", null],
      revenue_usd: ["revenue_usd: number().renamedFrom('rev')", 'In US dollars.'],
      'revenue_usd.renamedFrom': ["'rev'", null],
      // The column, not the option of the same name.
      eventTime: ["eventTime: 'timestamp'", null],
    })
  })

  it('constants, renamed imports and type annotations are followed', async () => {
    const text = `import { entity as e, featureView } from 'featplan'
/** Keys. */
const keys = { /** The key. */ id: 'varchar' }
export const a = (e('a', { keys } as const))
/** Features. */
const base = featureView('v', { entity: 'a' }, { x: 1 })
const more = { y: 2 } satisfies object
export const v = base.derive(() => more)
`
    const definitions = await declared(text)
    expect(definitions.map(d => [d.address, d.span?.line, d.span?.column, d.description])).toEqual([
      ['entity.a', 4, 14, null],
      ['view.v', 8, 14, 'Features.'],
    ])
    expect(members(text, definitions[0])['id']).toEqual(["id: 'varchar'", 'The key.'])
    expect(Object.keys(definitions[1]!.members)).toEqual(['entity', 'x', 'y'])
  })

  it('what a loop or a helper made points at the export, without its comment', async () => {
    const text = `import { entity } from 'featplan'
const make = (name: string) => entity(name, { keys: {}, description: 'given' })
/** All of them. */
export const regions = ['north', 'south'].map(make)
/** One. */
export const east = make('east')
export const [west] = [make('west')]
`
    const definitions = await declared(text)
    expect(definitions.map(d => [d.address, d.span?.line, d.span?.column, d.description, Object.keys(d.members)])).toEqual([
      ['entity.north', 4, 14, null, []],
      ['entity.south', 4, 14, null, []],
      ['entity.east', 6, 14, 'One.', []],
      ['entity.west', 7, 15, null, []],
    ])
  })

  it('a constant that is given itself ends', async () => {
    const { diagnostics } = await load(
      project({ 'features.config.ts': config, 'features/a.ts': 'export const a: any = a.derive(1)\nexport const b: any = { c: b.with() }\n' }),
    )
    expect(diagnostics.map(d => d.code)).toEqual(['F126'])
  })
})

/** Each export with the text at its place and its description. */
function places(text: string, file = 'a.ts'): Readonly<Record<string, readonly [string, string | null]>> {
  return Object.fromEntries(Object.entries(parseDeclarations(file, text)).map(([name, d]) => [name, [text.slice(d.at[0], d.at[1]), d.description]]))
}

describe('places', () => {
  it('count UTF-16 units, also after a byte order mark', () => {
    const text = "\uFEFF/** 🚚 Trucks. */\nexport const truck = entity('🚚', {}), /** é */ bus = 1\n"
    expect(places(text)).toEqual({ truck: ["truck = entity('🚚', {})", null], bus: ['bus = 1', 'é'] })
    expect(parseDeclarations('a.ts', text)['bus']!.at.slice(2)).toEqual([2, 49])
  })

  it('exports by name, by default, from other files and out of lists and records', () => {
    const text = `/** A. */
const a = 1
export { a, a as 'b c', a as default }
export { d, e as f } from './d.ts'
export type { T } from './t.ts'
export * as all from './d.ts'
export const { g, h: i = 1, ...rest } = x, [j, , /** K. */ k] = y
export function m() {}
`
    expect(places(text)).toEqual({
      a: ['a = 1', 'A.'],
      'b c': ['a = 1', 'A.'],
      default: ['a = 1', 'A.'],
      d: ['d', null],
      f: ['e as f', null],
      T: ['T', null],
      g: ['g', null],
      i: ['h: i = 1', null],
      rest: ['...rest', null],
      j: ['j', null],
      k: ['k', 'K.'],
    })
    expect(places('/** D. */\nexport default (x as Y)!;\n')).toEqual({ default: ['export default (x as Y)!;', 'D.'] })
    expect(places('/** D. */\nexport default class {}\n')).toEqual({})
  })

  it('names that are computed, numbers, methods and calls that are optional', () => {
    const text = `export const v = fp?.featureView('v', {}, {
      ['a']: 1, [\`b\`]: 2, [c]: 3, 0x10: 4, 1_000: 5, d() {}, get e() { return 1 },
    })?.derive(function () { return ({ f: 6 }) as const })!
`
    const { members, called } = parseDeclarations('a.ts', text)['v']!
    expect([called, Object.keys(members)]).toEqual(['v', ['16', '1000', 'a', 'b', 'd', 'e', 'f']])
  })

  it('are none where the text is no program', () => {
    expect(places('export const a = {')).toEqual({})
    expect(places("export const a: string = 'x'", 'a.js')).toEqual({})
  })
})

describe('doc comments', () => {
  it.each<readonly [text: string, description: string | null]>([
    ['/* b */ /** A. */ export const x = 1', 'A.'],
    ['/** A. */\n// b\nexport const x = 1', null],
    ['const y = 1 /** A. */\nexport const x = 1', null],
    ['const y = 1; /** A. */ export const x = 1', 'A.'],
    ['const y = 1 /* b */\n/** A. */\n\nexport const x = 1', 'A.'],
    ['#!/usr/bin/env node\n/** A. */\nexport const x = 1', 'A.'],
    ["const y = '/** A. */'\nexport const x = 1", null],
  ])('%j: %j', (text, description) => expect(places(text)['x']![1]).toBe(description))

  it.each([
    ['/** One line. */', 'One line.'],
    ['/**\n * Two\n * lines.\n */', 'Two lines.'],
    ['/**\r\n * Windows\r\n * lines.\r\n */', 'Windows lines.'],
    ['/**\n * A.\n *\n *\n * B: **bold**\n */', 'A.\n\nB: **bold**'],
    ['/**\n * List:\n * - one\n *   more\n * - two\n */', 'List:\n- one more\n- two'],
    ['/** Text. @not a tag\n * @deprecated gone */', 'Text. @not a tag'],
    ['/** @internal */', null],
    ['/** */', null],
  ])('%j', (comment, text) => expect(docText(comment)).toBe(text))
})
