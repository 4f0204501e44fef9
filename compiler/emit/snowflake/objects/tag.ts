import type { TagObject } from '../../../ir/object.ts'
import { qualifiedBy } from '../../names.ts'
import { quote, textLiteral } from '../literals.ts'

/** New values are added before others are dropped, so that at no moment any value is allowed that neither declaration allows. */
export function tagChange(from: TagObject | null, to: TagObject): readonly string[] {
  const name = qualifiedBy(quote, to.name)
  const list = (values: readonly string[]): string => values.map(textLiteral).join(', ')
  const create = `CREATE TAG IF NOT EXISTS ${name}${to.values === null ? '' : ` ALLOWED_VALUES ${list(to.values)}`}`
  if (from === null) return [create]
  const [was, is] = [from.values ?? [], to.values ?? []]
  if (to.values === null) return was.length === 0 ? [create] : [create, `ALTER TAG IF EXISTS ${name} UNSET ALLOWED_VALUES`]
  const added = is.filter(v => !was.includes(v))
  const gone = was.filter(v => !is.includes(v))
  return [
    create,
    ...(added.length === 0 ? [] : [`ALTER TAG IF EXISTS ${name} ADD ALLOWED_VALUES ${list(added)}`]),
    ...(gone.length === 0 ? [] : [`ALTER TAG IF EXISTS ${name} DROP ALLOWED_VALUES ${list(gone)}`]),
  ]
}
