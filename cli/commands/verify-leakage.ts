import type { Address } from '../../compiler/base/address.ts'
import { diagnostic } from '../../compiler/base/diagnostic.ts'
import type { Catalog } from '../../compiler/ir/catalog.ts'
import { proveLeakage } from '../../registry/verify/leakage/prove.ts'
import { verifyLeakageArguments } from '../arguments/verify-leakage.ts'
import type { Raw } from '../command.ts'
import { findFeature } from '../find-feature.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { printDiagnostics } from '../report.ts'
import { compile, rootOf } from '../session.ts'
import { leakageJson, leakageView, proofName } from '../views/leakage.ts'

export async function runVerifyLeakage(raw: Raw, io: Io): Promise<number> {
  const args = verifyLeakageArguments(raw, io)
  const compiled = await compile(args, io)
  const only = args.only.length === 0 ? null : new Set(args.only.flatMap(name => featuresOf(compiled.catalog, name)))
  const proof = await proveLeakage(compiled, { only, at: args.at })
  io.out(args.json ? leakageJson(proof) : leakageView(proof, { color: wantsColor(io, 'out', args.color) }))
  const failed = proof.features.filter(f => f.state === 'failed').map(proofName)
  if (failed.length === 0) return 0
  const found = diagnostic('F459', { features: failed, at: proof.at })
  if (!args.json) printDiagnostics([found], { io, json: false, color: wantsColor(io, 'err', args.color), root: rootOf(args, io) })
  return 1
}

/** The features of a view, one feature, or a dataset. */
function featuresOf(catalog: Catalog, name: string): readonly Address[] {
  const dataset = catalog.datasets.find(d => d.name === name || d.address === name)
  if (dataset !== undefined) return [dataset.address]
  const view = catalog.views.find(v => v.name === name || v.address === name)
  return view?.features ?? [findFeature(catalog, name).address]
}
