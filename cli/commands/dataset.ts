import { buildDataset } from '../../registry/dataset/build.ts'
import { findVersion } from '../../registry/dataset/find.ts'
import { readDatasets } from '../../registry/state/datasets.ts'
import { datasetBuildArguments } from '../arguments/dataset.ts'
import { globalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import type { ListedDataset } from '../views/dataset.ts'
import { buildJson, buildView, listJson, listView, versionJson, versionView } from '../views/dataset.ts'

export async function runDatasetBuild(raw: Raw, io: Io): Promise<number> {
  const args = datasetBuildArguments(raw, io)
  const started = performance.now()
  const version = await withSession(args, io, { access: 'write', checksSources: true, now: args.now }, session => buildDataset(session, args))
  const milliseconds = performance.now() - started
  io.out(args.json ? buildJson(version, milliseconds) : buildView(version, milliseconds, { color: wantsColor(io, 'out', args.color) }))
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
  io.out(args.json ? listJson(listed) : listView(listed, { color: wantsColor(io, 'out', args.color) }))
  return 0
}

export async function runDatasetShow(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const version = await withSession(args, io, { access: 'read', checksSources: false }, session => findVersion(session, raw.args[0]!))
  io.out(args.json ? versionJson(version) : versionView(version, { color: wantsColor(io, 'out', args.color) }))
  return 0
}
