import { nearest } from '../base/near.ts'
import type { LoadedProject } from '../ir/loaded.ts'
import type { Mistakes } from './mistakes.ts'
import { shown } from './mistakes.ts'
import { durationOption } from './options.ts'

/** Pass 0: the config. */
export function checkConfig(project: LoadedProject, mistakes: Mistakes): void {
  const { config } = project
  const report = mistakes.at({ span: project.configSpan, address: null })
  for (const p of config.defaults.problems ?? []) report('F201', { option: p.path || 'defineConfig', found: p.found, expected: p.expected })
  const targets = Object.keys(config.targets)
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(config.project)) report('F205', { what: 'project', name: config.project })
  if (targets.length === 0) report('F201', { option: 'targets', found: 'empty', expected: 'at least one target, such as local: duckdb({ path })' })
  else if (!targets.includes(config.defaultTarget)) {
    report('F211', { what: 'target', name: config.defaultTarget, where: ' (defaultTarget)', near: nearest(config.defaultTarget, targets) })
  }
  if (config.environments !== null && !config.environments.schema.includes('{env}')) {
    report('F201', { option: 'environments.schema', found: shown(config.environments.schema), expected: "a pattern with '{env}'" })
  }
  durationOption('defaults.every', config.defaults.every, report)
  for (const policy of config.policies) {
    if (!['owner', 'description', 'monitor'].includes(policy.require)) {
      report('F201', { option: 'policies', found: shown(policy.require), expected: "require_('owner'), require_('description') or require_('monitor')" })
    }
  }
}
