import type { Compiled } from '../../compiler/index.ts'
import { compileProject } from '../../compiler/index.ts'
import { repository } from '../support/bundle.ts'
import { valueOf } from '../support/warehouse.ts'

/** The logistics platform of this repository. */
export async function platform(): Promise<Compiled> {
  return valueOf(await compileProject({ root: repository, cacheDir: null }))
}
