import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { pointAt, isoOf, secondsOf } from '../../compiler/base/instant.ts'
import { upstreamColumns } from '../../compiler/docs/lineage.ts'
import { accuracyText } from '../../compiler/ir/accuracy.ts'
import type { CatalogFeature } from '../../compiler/ir/catalog.ts'
import { typeName } from '../../compiler/ir/type.ts'
import type { Session } from '../../registry/index.ts'
import { recordedState } from '../../registry/index.ts'
import { computingOf, readFeature } from '../../registry/show.ts'
import type { ShowArguments } from '../arguments/show.ts'
import { showArguments } from '../arguments/show.ts'
import type { Raw } from '../command.ts'
import { checkKeys, findFeature } from '../find-feature.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import type { ShownFeature } from '../views/show.ts'
import { showJson, showView } from '../views/show.ts'

export async function runShow(raw: Raw, io: Io): Promise<number> {
  const args = showArguments(raw, io)
  const shown = await withSession(args, io, { access: 'read', checksSources: false }, session => show(session, args))
  io.out(args.json ? showJson(shown) : showView(shown, { color: wantsColor(io, 'out', args.color) }))
  return 0
}

async function show(session: Session, { feature: name, keys, at }: ShowArguments): Promise<ShownFeature> {
  const { catalog } = session.compiled
  const feature = findFeature(catalog, name)
  const mistakes = checkKeys(catalog, feature, keys)
  if (mistakes.length > 0) throw new FeatError(mistakes)
  const wantsValue = Object.keys(keys).length > 0 || catalog.entities.find(e => e.address === feature.entity)!.keys.length === 0
  const read = wantsValue ? await readFeature(session, feature, keys, at) : null
  if (Object.keys(keys).length > 0 && read === null)
    throw new FeatError([diagnostic('F716', { feature: feature.address, view: feature.view.slice('view.'.length) })])
  const { every, settle, accuracy } = catalog.views.find(v => v.address === feature.view)!.contract
  const point = read?.point ?? isoOf(pointAt(secondsOf(at ?? session.now), every))
  const { sql, computed } = await computingOf(session, feature, point)
  const due = at === null ? null : pointAt(Math.min(secondsOf(at), secondsOf(session.now) - settle), every)
  const isNewest = due === null || read?.point === isoOf(due)
  return {
    ...definitionOf(feature),
    accuracy: accuracyText(accuracy),
    applied: await appliedFormula(session, feature),
    restsOn: upstreamColumns(catalog)(feature.address).map(u => `${u.column.replace(/^source\./, '')}${u.how === 'value' ? '' : ` (${u.how})`}`),
    sql,
    relation: read?.relation ?? null,
    value: !wantsValue
      ? null
      : {
          keys,
          point: read?.found === true ? read.point : null,
          newest: isNewest ? null : { due: isoOf(due), computed: computed.some(c => c.from <= due && due < c.to) },
          value: read?.value ?? null,
        },
  }
}

/** Null where nothing was applied, or just what is declared. */
async function appliedFormula(session: Session, { address, formula, dataHash }: CatalogFeature): Promise<string | null> {
  const { environment } = session.placed.placement
  const records = (await recordedState(session))?.records.filter(r => r.environment === environment) ?? []
  const was = records.flatMap(r => r.definitions).find(d => d.address === address)
  return was === undefined || was.dataHash === dataHash || was.formula === formula ? null : was.formula
}

function definitionOf(f: CatalogFeature): Omit<ShownFeature, 'accuracy' | 'applied' | 'restsOn' | 'sql' | 'relation' | 'value'> {
  return {
    address: f.address,
    type: typeName(f.type),
    unit: f.unit,
    owner: f.meta.owner.value,
    description: f.meta.description.value,
    formula: f.formula,
    view: f.view,
    readsFeatures: f.readsFeatures,
  }
}
