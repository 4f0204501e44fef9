import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { identifierOf, lowered } from './names.ts'

/** The name of a definition here; told where it cannot stay what it was. */
export function named(said: string, what: string, { span, report }: { readonly span: Span; readonly report: (d: Diagnostic) => void }): string {
  const name = identifierOf(said)
  if (lowered(said) !== name) report(diagnostic('F742', { what, from: said, to: name, why: 'names are plain identifiers' }, { span }))
  return name
}
