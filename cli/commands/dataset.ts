import { buildDataset } from '../../registry/dataset/build.ts'
import { emptyParts } from '../../registry/dataset/counts.ts'
import { diffDatasets } from '../../registry/dataset/diff.ts'
import { findDataset, findVersion } from '../../registry/dataset/find.ts'
import { rebuildDataset, verifyDataset } from '../../registry/dataset/verify.ts'
import { readDatasets } from '../../registry/state/datasets.ts'
import { datasetBuildArguments, datasetRebuildArguments } from '../arguments/dataset.ts'
import { globalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { warn, withSession } from '../session.ts'
import type { ListedDataset } from '../views/dataset.ts'
import { buildJson, buildView, listJson, listView, versionJson, versionView } from '../views/dataset.ts'
import { diffJson, diffView, verifyJson, verifyView } from '../views/dataset-diff.ts'

export async function runDatasetBuild(raw: Raw, io: Io): Promise<number> {
  const args = datasetBuildArguments(raw, io)
  const started = performance.now()
  const { version, warnings } = await withSession(args, io, { access: 'write', checksSources: true, now: args.now }, async session => {
    const built = await buildDataset(session, args)
    return { version: built, warnings: emptyParts(findDataset(session, args.dataset), built) }
  })
  const milliseconds = performance.now() - started
  warn(warnings, args, io)
  io.out(args.json ? buildJson(version, milliseconds, warnings) : buildView(version, milliseconds, { color: wantsColor(io, 'out', args.color), cwd: io.cwd }))
  return 0
}

export async function runDatasetList(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const listed = await withSession(args, io, { access: 'read', checksSources: false }, async (session): Promise<readonly ListedDataset[]> => {
    const versions = await readDatasets(session.driver, session.placed.placement)
    return session.compiled.catalog.datasets.map(d => ({
      name: d.name,
      description: d.meta.description.value,
      features: d.features.length,
      versions: versions.filter(v => v.name === d.name),
    }))
  })
  io.out(args.json ? listJson(listed) : listView(listed, { color: wantsColor(io, 'out', args.color), cwd: io.cwd }))
  return 0
}

export async function runDatasetShow(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const version = await withSession(args, io, { access: 'read', checksSources: false }, session => findVersion(session, raw.args[0]!))
  io.out(args.json ? versionJson(version) : versionView(version, { color: wantsColor(io, 'out', args.color), cwd: io.cwd }))
  return 0
}

export async function runDatasetDiff(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const diff = await withSession(args, io, { access: 'read', checksSources: false }, session => diffDatasets(session, raw.args[0]!, raw.args[1]!))
  io.out(args.json ? diffJson(diff) : diffView(diff, { color: wantsColor(io, 'out', args.color) }))
  return 0
}

export async function runDatasetVerify(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const found = await withSession(args, io, { access: 'write', checksSources: false }, session => verifyDataset(session, raw.args[0]!))
  io.out(args.json ? verifyJson(found) : verifyView(found, { color: wantsColor(io, 'out', args.color), cwd: io.cwd }))
  return found.same ? 0 : 1
}

export async function runDatasetRebuild(raw: Raw, io: Io): Promise<number> {
  const args = datasetRebuildArguments(raw, io)
  const found = await withSession(args, io, { access: 'write', checksSources: false }, session => rebuildDataset(session, raw.args[0]!, args))
  io.out(args.json ? verifyJson(found) : verifyView(found, { color: wantsColor(io, 'out', args.color), cwd: io.cwd }))
  return 0
}
