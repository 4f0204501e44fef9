import type { Grant, GrantsObject } from '../../../ir/object.ts'
import { qualifiedBy } from '../../names.ts'
import { quote } from '../literals.ts'
import { typeSql } from '../types.ts'

/** Takes back what is no longer declared, then gives everything that is: what was replaced without its grants has them again. */
export function grantsChange(from: GrantsObject | null, to: GrantsObject): readonly string[] {
  return [...takenBack(from?.grants ?? [], to.grants), ...to.grants.map(statement)]
}

export function dropGrants({ grants }: GrantsObject): readonly string[] {
  return takenBack(grants, [])
}

/** Names may be gone with their grants: what a role may no longer do with any object of a kind is taken back from all of them. */
function takenBack(from: readonly Grant[], to: readonly Grant[]): readonly string[] {
  const kept = new Set(to.map(g => JSON.stringify(inGeneral(g))))
  const gone = new Map(from.map(g => [JSON.stringify(inGeneral(g)), inGeneral(g)] as const).filter(([key]) => !kept.has(key)))
  // Ownership is given on, not taken back; others may rest on the use of the database.
  return [...gone.values()]
    .filter(g => !isOwnership(g.privileges) && g.on !== 'DATABASE')
    .map(g => `REVOKE ${g.privileges.join(', ')} ON ${g.on} ${place(g.on, g.name)} FROM ROLE ${quote(g.role)}`)
}

/** Of one object: of all of its kind in its schema. */
function inGeneral(g: Grant): Grant {
  if (g.on === 'SCHEMA' || g.on === 'DATABASE' || g.on.startsWith('FUTURE ')) return g
  const { privileges, on, name, role } = g
  return { privileges, on: `ALL ${on}S IN SCHEMA`, name: { ...name, name: name.schema }, role }
}

function statement({ privileges, on, name, parameters, role }: Grant): string {
  const signature = parameters === undefined ? '' : `(${parameters.map(typeSql).join(', ')})`
  const what = `GRANT ${privileges.join(', ')} ON ${on} ${place(on, name)}${signature} TO ROLE ${quote(role)}`
  return isOwnership(privileges) ? `${what} COPY CURRENT GRANTS` : what
}

function isOwnership(privileges: readonly string[]): boolean {
  return privileges.includes('OWNERSHIP')
}

function place(on: string, name: Grant['name']): string {
  if (on === 'DATABASE') return quote(name.catalog ?? name.name)
  return on === 'SCHEMA' || on.endsWith('IN SCHEMA')
    ? [name.catalog, name.schema]
        .filter(x => x !== null)
        .map(quote)
        .join('.')
    : qualifiedBy(quote, name)
}
