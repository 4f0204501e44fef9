import type { ConfigDefinition, Configured } from './definition.ts'
import type { ServingTarget } from './serving-choice.ts'

/** The targets that know kinds of serving objects; values of the environment stand as their names. */
export function servingTargets(config: ConfigDefinition): readonly ServingTarget[] {
  return Object.entries(config.targets).flatMap(([name, target]) =>
    target.kind === 'snowflake' ? [{ name, edition: target.edition ?? 'standard', cloud: target.cloud ?? null, warehouse: textOf(target.warehouse) }] : [],
  )
}

function textOf(c: Configured): string {
  return typeof c === 'string' ? c : c.env
}
