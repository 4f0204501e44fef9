import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateProject } from '../../bench/project.ts'
import { compileProject } from '../../compiler/index.ts'
import { loadProject } from '../../compiler/load/index.ts'
import { bodyOf } from '../../compiler/lower/index.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import { compiledBefore } from '../../compiler/reuse/index.ts'
import { project, write } from '../load/project.ts'

const one = 'features/views/view-0001.ts'
const reader = 'features/views/reader.ts'
const edited = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)

/** Reads another view, and is read by a third. */
const readers = `import { featureView } from 'featplan'
import { vehicle } from '../entities.ts'
import { view1 } from './view-0001.ts'
import { view3 } from './view-0003.ts'

/** Of two views. */
export const reader = featureView('reader', { entity: vehicle }, { both: view1.f.deliveries_1_0.plus(view3.f.deliveries_3_0) })
/** Of that. */
export const further = featureView('further', { entity: vehicle }, { twice: reader.f.both.times(2) })
`

interface Edit {
  readonly what: string
  readonly file: string
  readonly edit: (text: string) => string
  /** Whether the whole has to be compiled. */
  readonly whole?: true
}

const edits: readonly Edit[] = [
  { what: 'a filter', file: one, edit: edited('gt(5)', 'gt(99)') },
  { what: 'a filter that another view has', file: one, edit: edited('gt(99)', 'gt(15)') },
  { what: 'an aggregate', file: one, edit: edited('sum(', 'avg(') },
  { what: 'a comment', file: one, edit: edited('Deliveries in the last 30 days.', 'Of a month.') },
  { what: 'lines', file: one, edit: text => `\n// moved\n${text}` },
  { what: 'an option', file: one, edit: edited("owner: 'team-1'", "owner: 'team-9', tags: ['pii']") },
  { what: 'an added feature', file: one, edit: edited('  /** Of a month', '  extra_1: count(deliveries).over(week),\n  /** Of a month') },
  { what: 'an added feature of a name that another view has', file: one, edit: edited('extra_1:', 'deliveries_3_0:'), whole: true },
  { what: 'its former name', file: one, edit: edited('deliveries_3_0:', 'extra_1:') },
  { what: 'a removed feature', file: one, edit: edited(/ {2}extra_1:.*\n/, '') },
  { what: 'a renamed feature', file: one, edit: edited('revenue_1_1:', 'revenue_one:') },
  { what: 'a rename that is told', file: one, edit: edited(/revenue_one: (.*),\n/, "revenue_uno: $1.renamedFrom('revenue_one'),\n"), whole: true },
  { what: 'a rename that is told no more', file: one, edit: edited(".renamedFrom('revenue_one')", '') },
  { what: 'another window', file: one, edit: edited('.over(month)', '.over(week)') },
  { what: 'another cadence', file: one, edit: edited("owner: 'team-9'", "every: '7d', owner: 'team-9'"), whole: true },
  { what: 'the former cadence', file: one, edit: edited("every: '7d', ", ''), whole: true },
  { what: 'what a reader does', file: reader, edit: edited('.plus(', '.minus(') },
  { what: 'a reader that reads one view less', file: reader, edit: edited('.minus(view3.f.deliveries_3_0)', '.times(3)'), whole: true },
  { what: 'a feature that is read', file: one, edit: edited(/deliveries_1_0:/, 'deliveries_one:'), whole: true },
  { what: 'a feature that is read again', file: one, edit: edited('deliveries_one:', 'deliveries_1_0:') },
  { what: 'a source', file: 'features/sources.ts', edit: edited("lateness: '2d'", "lateness: '3d'"), whole: true },
  { what: 'the config', file: 'features.config.ts', edit: edited("owner: 'ml-platform'", "owner: 'us'"), whole: true },
  {
    what: 'an added view',
    file: reader,
    edit: text => `${text}export const more = featureView('more', { entity: vehicle }, { thrice: reader.f.both.times(3) })\n`,
    whole: true,
  },
]

const plain = (of: unknown): unknown => JSON.parse(JSON.stringify(of))

/** The rows of every view and of the columns that it needs of tiles, each asked for by itself. */
function rows(lowered: Lowered, few: readonly string[]): unknown {
  return few.flatMap(of => {
    const resource = lowered.desired.resources.find(r => r.address === of)!
    const own = bodyOf(lowered, { of: resource.address, columns: resource.columns.map(c => c.name), first: true, bulk: true })
    const read = resource.uses.filter(u => u.on.startsWith('tiles.')).map(u => bodyOf(lowered, { of: u.on, columns: u.columns, first: true, bulk: true }))
    const { tests, model } = lowered.around(resource.address)
    return [own, ...read, ...tests.filter(t => model.catalog.features[t.on]?.view === of)]
  })
}

it('means the same where nothing changed, also in what is only made when somebody asks', async () => {
  const root = project({ [reader]: readers })
  generateProject(root, { files: 6, featuresPerFile: 10 })
  const options = { root, cacheDir: join(root, '.cache') }
  const fresh = (await compileProject(options)).value!
  const again = (await compileProject(options)).value!
  expect(plain(again.lowered.desired)).toEqual(plain(fresh.lowered.desired))
  expect(plain(again.catalog)).toEqual(plain(fresh.catalog))
  expect(plain(again.lowered.tests)).toEqual(plain(fresh.lowered.tests))
  expect([...again.lowered.views.keys()]).toEqual([...fresh.lowered.views.keys()])
})

describe('a project of which views changed', () => {
  it('means what it means compiled as a whole, and is compiled in part where that is enough', async () => {
    const root = project({ [reader]: readers })
    generateProject(root, { files: 24, featuresPerFile: 5 })
    const cacheDir = join(root, '.cache')
    await compileProject({ root, cacheDir })
    for (const { what, file, edit, whole } of edits) {
      const text = readFileSync(join(root, file), 'utf8')
      expect(edit(text), what).not.toBe(text)
      write(root, { [file]: edit(text) })
      const fresh = await compileProject({ root, cacheDir: null })
      const loaded = await loadProject({ root, cacheDir })
      expect(loaded.value === null || compiledBefore(loaded.value, cacheDir) === null, what).toBe(whole ?? false)
      const again = await compileProject({ root, cacheDir })
      expect(again.diagnostics, what).toEqual(fresh.diagnostics)
      if (fresh.value === null) continue
      expect(plain(again.value!.lowered.desired), what).toEqual(plain(fresh.value.lowered.desired))
      const few = ['view.vehicle_view_1', 'view.further', 'view.customer_view_2']
      expect(plain(rows(again.value!.lowered, few)), what).toEqual(plain(rows(fresh.value.lowered, few)))
      expect(plain(again.value!.catalog), what).toEqual(plain(fresh.value.catalog))
    }
  })

  it('is compiled again where what was kept is damaged, or of another version', async () => {
    const root = project({})
    generateProject(root, { files: 3, featuresPerFile: 5 })
    const cacheDir = join(root, '.cache')
    const { value } = await compileProject({ root, cacheDir })
    const folder = join(cacheDir, 'compiled')
    const [file, ...others] = readdirSync(folder)
    expect(others).toEqual([])
    const text = readFileSync(join(folder, file!), 'utf8')
    for (const damage of ['', '{}', text.slice(0, -10), text.replace(/"key":"\w/, '"key":"x')]) {
      writeFileSync(join(folder, file!), damage)
      expect(plain((await compileProject({ root, cacheDir })).value!.lowered.desired)).toEqual(plain(value!.lowered.desired))
      expect(readFileSync(join(folder, file!), 'utf8')).toBe(text)
    }
  })
})
