import Handlebars from 'handlebars'
import type { Address } from '../base/address.ts'
import { accuracyText } from '../ir/accuracy.ts'
import { shortName } from '../base/address.ts'
import { formatDuration } from '../base/duration.ts'
import type { Catalog, CatalogFeature, CatalogServing, CatalogSource, CatalogView, Meta } from '../ir/catalog.ts'
import { typeName } from '../ir/type.ts'
import { catalogTemplate } from './catalog-template.ts'
import type { UpstreamColumn } from './lineage.ts'
import { upstreamColumns } from './lineage.ts'
import { keptText, targetText, targetsOf } from './targets.ts'
import { servedOn, servedText } from './servings.ts'

const render = Handlebars.compile(catalogTemplate, { noEscape: true, strict: true })

/** generated/CATALOG.md: what is declared, for people. */
export function catalogMarkdown(catalog: Catalog): string {
  const upstream = upstreamColumns(catalog)
  const text = render({
    project: catalog.project,
    counts: `${Object.keys(catalog.features).length} features of ${catalog.entities.length} entities from ${catalog.sources.length} sources`,
    entities: catalog.entities.map(e => ({ name: e.name, keys: codes(e.keys.map(k => k.name)) || 'none', ...about(e.meta) })),
    sources: catalog.sources.map(sourceModel),
    views: catalog.views.map(v => ({
      name: v.name,
      description: prose(v.meta.description.value),
      facts: viewFacts(v),
      features: v.features.map(f => featureModel(catalog.features[f]!, upstream(f))),
    })),
    consumers: consumers(catalog).filter(c => c.items.length > 0),
    targets: targetsOf(catalog).map(t => ({ name: t.name, engine: t.engine, text: cell(targetText(t)) })),
  })
  return `${text.replaceAll(/\n{3,}/g, '\n\n').trimEnd()}\n`
}

function sourceModel(s: CatalogSource): unknown {
  const facts = [
    s.form,
    `of ${codes(s.entities.map(e => shortName(e.entity)))}`,
    s.eventTime === null ? '' : `event time \`${s.eventTime}\``,
    s.validFrom === null ? '' : `valid from \`${s.validFrom}\``,
    s.knownTime === null ? '' : `known from \`${s.knownTime.column}\` on`,
    s.lateness === 0 ? '' : `up to ${formatDuration(s.lateness)} late`,
  ]
  return {
    name: s.name,
    description: prose(s.meta.description.value),
    facts: `${facts.filter(f => f !== '').join(', ')}; owner ${s.meta.owner.value ?? 'nobody'}.`,
    columns: s.columns.map(c => ({ name: c.name, type: `${typeName(c.type)}${c.nullable ? ' or NULL' : ''}`, description: cell(c.description ?? '') })),
  }
}

function viewFacts(v: CatalogView): string {
  const accuracy = accuracyText(v.contract.accuracy)
  return `Of \`${shortName(v.entity)}\`, every ${formatDuration(v.contract.every)}, ${v.contract.known}${accuracy === null ? '' : `, ${accuracy}`}; owner ${v.meta.owner.value ?? 'nobody'}${keptText(v.physical) === '' ? '' : `; on Snowflake ${keptText(v.physical)}`}.`
}

function featureModel(f: CatalogFeature, lineage: readonly UpstreamColumn[]): unknown {
  const rows: readonly (readonly [string, string])[] = [
    ['type', `${typeName(f.type)}${f.nullable ? ' or NULL' : ''}`],
    ['unit', f.unit ?? ''],
    ['owner', f.meta.owner.value ?? ''],
    ['tags', f.meta.tags.value.join(', ')],
    ['deprecated', f.meta.deprecated.value ?? ''],
    ['formula', code(f.formula)],
    ['reads features', codes(f.readsFeatures)],
    ['rests on', lineage.map(l => `\`${l.column.replace(/^source\./, '')}\`${l.how === 'value' ? '' : ` (${l.how})`}`).join(', ')],
  ]
  return {
    column: f.column,
    description: prose(f.meta.description.value),
    rows: rows.filter(([, text]) => text !== '').map(([label, text]) => ({ label, text: cell(text) })),
  }
}

function consumers(c: Catalog): readonly { readonly title: string; readonly items: readonly unknown[] }[] {
  const item = (d: { readonly name: string; readonly meta: Meta }, of: string): unknown => ({ name: d.name, ...about(d.meta), of: cell(of) })
  return [
    { title: 'Stores', items: c.stores.map(s => item(s, s.groups.map(g => `${g.featureType}: ${names(g.views)}`).join('; '))) },
    { title: 'Serving', items: c.servings.map(s => item(s, servingFacts(s, c))) },
    {
      title: 'Datasets',
      items: c.datasets.map(d => item(d, `${d.features.length} features of ${d.roles.map(r => shortName(r.entity)).join(', ')} at ${shortName(d.spine)}`)),
    },
    { title: 'Models', items: c.models.map(m => item(m, `version ${m.version}, ${m.type}, trained on ${shortName(m.trainedOn)}: ${names(m.uses)}`)) },
    { title: 'Monitors', items: c.monitors.map(m => item(m, `${m.statistic} of ${m.on}, every ${formatDuration(m.every)}, ${m.severity}`)) },
  ]
}

function servingFacts(s: CatalogServing, c: Catalog): string {
  const computed = s.computed.map(f => `\`${f.name}\`${f.onRequest ? ' (needs a request)' : ''}`)
  return [
    `${s.features.length} features of ${shortName(s.entity)}, ${s.mode}`,
    ...(computed.length === 0 ? [] : [`computed when read: ${computed.join(', ')}`]),
    ...servedOn(s, c).map(x => `${servedText(x.target, x.served)} (${x.served.why})`),
  ].join('; ')
}

function about(meta: Meta): { readonly owner: string; readonly description: string } {
  return { owner: meta.owner.value ?? '', description: cell(meta.description.value ?? '') }
}

function prose(text: string | null): string {
  return text ?? 'No description.'
}

function names(addresses: readonly Address[]): string {
  return addresses.map(shortName).join(', ')
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function codes(texts: readonly string[]): string {
  return texts.map(code).join(', ')
}

/** Text that stays in one cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')
}
