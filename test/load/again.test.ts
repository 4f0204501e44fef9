import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generateProject } from '../../bench/project.ts'
import { loadProject } from '../../compiler/load/index.ts'
import { project, write } from './project.ts'

const view = 'features/views/view-0001.ts'
const edited = (from: string, to: string) => (text: string) => text.replace(from, to)

/** What an author does to files of a project, one after the other; each is loaded into what was kept before it. */
const edits: readonly (readonly [what: string, file: string, edit: (text: string) => string])[] = [
  ['changes an expression', view, edited('gt(5)', 'gt(99)')],
  ['shifts lines', view, text => `// first\n\n${text}`],
  ['changes a comment', view, edited('Deliveries in the last 30 days.', 'Deliveries of a month.')],
  ['renames a view', view, edited("'vehicle_view_1'", "'vehicle_view_one'")],
  ['adds an export', view, text => `${text}\nexport const more = featureView('more', { entity: vehicle }, { n: count(deliveries).over(week) })\n`],
  ['exports what another file exports', 'features/views/view-0002.ts', text => `${text}\nexport { more } from './view-0001.ts'\n`],
  ['changes what two files export', view, edited('over(week) })', 'over(month) })')],
  [
    'derives from what another file exports',
    'features/views/view-0003.ts',
    text => `import { more as m } from './view-0001.ts'\n${text}\nexport const further = m.derive(f => ({ twice: f.n.times(2) }))\n`,
  ],
  ['changes what another file derives from', view, edited('over(month) })', 'over(week) })')],
  ['removes an export', 'features/views/view-0003.ts', edited('export const further', 'const further')],
  ['imports a file outside', 'features/views/view-0004.ts', text => `import { limit } from '../../lib/limit.ts'\n${text.replaceAll('gt(20)', 'gt(limit)')}`],
  ['changes the file outside', 'lib/limit.ts', edited('41', '42')],
  ['changes it again', 'lib/limit.ts', edited('42', '43')],
  ['makes a mistake', view, edited('count(deliveries)', 'count(deliverie)')],
  ['mends it', view, edited('count(deliverie)', 'count(deliveries)')],
  ['prints', view, text => `${text}\nconsole.log('here')\n`],
  ['prints more', view, edited("'here'", "'there'")],
  ['prints no more', view, edited("console.log('there')", '')],
  ['changes what all import', 'features/sources.ts', edited("lateness: '2d'", "lateness: '3d'")],
  ['imports in a loop', 'features/windows.ts', text => `import './views/view-0005.ts'\n${text}`],
  ['takes the loop out', 'features/windows.ts', edited("import './views/view-0005.ts'\n", '')],
  ['changes the config', 'features.config.ts', edited("owner: 'ml-platform'", "owner: 'others'")],
  [
    'adds a file',
    'features/new.ts',
    () => "import { entity, varchar } from 'featplan'\nexport const depot = entity('depot', { keys: { depot_id: varchar() } })\n",
  ],
  ['reads a file that is not there', view, text => `import './nowhere.ts'\n${text}`],
  ['no longer does', view, edited("import './nowhere.ts'\n", '')],
]

it('gives what a load of everything gives, whatever an author changes', async () => {
  const root = project({ 'lib/limit.ts': 'export const limit = 41\n' })
  generateProject(root, { files: 8, featuresPerFile: 5 })
  const cacheDir = join(root, '.cache')
  await loadProject({ root, cacheDir })
  for (const [what, file, edit] of edits) {
    const text = ((): string => {
      try {
        return readFileSync(join(root, file), 'utf8')
      } catch {
        return ''
      }
    })()
    const changed = edit(text)
    expect(changed, what).not.toBe(text)
    write(root, { [file]: changed })
    const whole = await loadProject({ root, cacheDir: null })
    expect(JSON.stringify(await loadProject({ root, cacheDir })), what).toBe(JSON.stringify(whole))
    expect(JSON.stringify(await loadProject({ root, cacheDir })), what).toBe(JSON.stringify(whole))
  }
})
