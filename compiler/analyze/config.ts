import type { LoadedProject } from '../ir/loaded.ts'
import type { Mistakes } from './mistakes.ts'
import { shown } from './mistakes.ts'
import { durationOption } from './options.ts'

/** Pass 0: what the texts of the config mean; its shape is checked where it is loaded. */
export function checkConfig(project: LoadedProject, mistakes: Mistakes): void {
  const { config } = project
  const report = mistakes.at({ span: project.configSpan, address: null })
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(config.project)) report('F205', { what: 'project', name: config.project })
  if (config.environments !== null && !config.environments.schema.includes('{env}')) {
    report('F201', { option: 'environments.schema', found: shown(config.environments.schema), expected: "a pattern with '{env}'" })
  }
  durationOption('defaults.every', config.defaults.every, report)
}
