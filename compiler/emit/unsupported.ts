import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { DialectName } from '../ir/scalar.ts'
import { childrenOf } from '../ir/scalar.ts'
import { dialects } from './dialects.ts'
import { isPrintable } from './literals.ts'

/** What a dialect cannot say of a relation: to be asked before printing, which takes such things for bugs. */
export function unsupported(relation: Relation, dialect: DialectName, address: string | null): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const { file, patternLimit } = dialects[dialect]
  const visitTerm = (term: Term): void => {
    if (term.kind === 'literal' && term.type.kind === 'text' && typeof term.value === 'string' && !isPrintable(term.value)) {
      found.push(diagnostic('F451', {}, { address }))
    }
    if (term.kind === 'call' && term.fn === 'matches' && patternLimit !== null) {
      const pattern = term.args[1]?.kind === 'literal' ? String(term.args[1].value) : ''
      if (patternLimit.found.test(withoutLiterals(pattern))) found.push(diagnostic('F452', { pattern, dialect, why: patternLimit.why }, { address }))
    }
    for (const child of inner(term)) visitTerm(child)
  }
  const visit = (r: Relation): void => {
    if (r.kind === 'physical' && r.of.kind === 'file' && file === null) found.push(diagnostic('F450', { path: r.of.path, dialect }, { address }))
    for (const child of relationsOf(r)) visit(child)
    for (const term of termsOf(r)) visitTerm(term)
  }
  visit(relation)
  return found
}

/** A pattern whose escaped signs and classes of characters, where nothing is special, are plain letters. */
function withoutLiterals(pattern: string): string {
  return pattern.replace(/\\[^A-Za-z0-9]/g, 'c').replace(/\[[^\]]*\]/g, 'c')
}

function inner(term: Term): readonly Term[] {
  if (term.kind === 'aggregate') return term.filter === null ? term.args : [...term.args, term.filter]
  if (term.kind === 'over') return [...term.args, ...term.partition, ...term.order.map(o => o.by)]
  return childrenOf<TermLeaf>(term)
}

function relationsOf(r: Relation): readonly Relation[] {
  switch (r.kind) {
    case 'select':
      return [r.from.of, ...r.joins.map(j => j.of)]
    case 'union':
      return r.all
    case 'with':
      return [...r.parts.map(p => p.of), r.body]
    default:
      return []
  }
}

function termsOf(r: Relation): readonly Term[] {
  switch (r.kind) {
    case 'select':
      return [...r.columns.map(c => c.expr), ...r.where, ...r.groupBy, ...r.qualify, ...r.orderBy.map(o => o.by), ...r.joins.flatMap(j => j.on)]
    case 'series':
      return [r.first, r.last]
    case 'values':
      return r.rows.flat()
    case 'frames':
      return [r.first, r.last, ...r.columns.map(c => c.expr)]
    default:
      return []
  }
}
