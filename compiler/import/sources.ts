import type { ImportedColumn, ImportedSource } from './imported.ts'
import { free } from './names.ts'

/** What can be read: a relation or the rows of a query. */
export interface Readable {
  /** The logical name that it has unless another has it. */
  readonly name: string
  readonly description: string | null
  readonly columns: readonly ImportedColumn[]
  readonly query: string | null
  readonly relation: string | null
}

type Draft = { -readonly [K in keyof ImportedSource]: ImportedSource[K] }

/** The sources that views read: what is read in several ways is several sources of one physical table. */
export interface Sources {
  /** The name of the source that reads it in that way, for an entity with those keys; `tieBreak`: the column that orders rows of one time. */
  readonly use: (
    of: Readable,
    as: Pick<ImportedSource, 'form' | 'time'>,
    entity: { readonly name: string; readonly keys: readonly string[] },
    tieBreak: readonly string[],
  ) => string
  readonly all: () => readonly ImportedSource[]
}

export function newSources(): Sources {
  const made = new Map<string, Draft>()
  return {
    all: () => [...made.values()],
    use: ({ name, ...of }, as, entity, tieBreak) => {
      const key = JSON.stringify([name, of.relation, of.query, as])
      const draft: Draft = made.get(key) ?? {
        ...of,
        ...as,
        name: free(name, n => [...made.values()].some(s => s.name === n)),
        entities: [],
        certain: as.time === null ? [] : [as.time],
        tieBreak: [],
      }
      made.set(key, draft)
      draft.entities = [...new Set([...draft.entities, entity.name])]
      draft.certain = [...new Set([...draft.certain, ...entity.keys])]
      draft.tieBreak = [...new Set([...draft.tieBreak, ...tieBreak])]
      return draft.name
    },
  }
}
