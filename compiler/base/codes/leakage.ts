import { entry } from './entry.ts'

/** Features of a view whose stored values may hold what became known later. */
export interface Restated {
  readonly view: string
  readonly features: readonly string[]
  readonly sources: readonly string[]
}

/** Warnings that a definition may accept by `accept`, each with its reason. */
export const leakageCodes = {
  // 453 to 460: values that may know more than they could have known
  F453: entry<{ readonly dataset: string; readonly source: string; readonly length: string }>({
    severity: 'warning',
    message: p => `the label of dataset '${p.dataset}' begins with the row that it is an example of: both its spine and its label are rows of '${p.source}'`,
    hint: p =>
      `begin after it: .next(window('${p.length}', { offset: '1s' })), or say why the row belongs to what is predicted: accept: { F453: 'the order itself counts' }`,
    explain:
      "An example is made at the event time of a row of the spine, and a label covers [T, T + length). Where both are rows of one source, each label holds the row at T itself, which is known when the prediction is made: a count is never 0, a sum never below the row's own value. A model then scores well at what it was told.",
  }),
  F454: entry<{ readonly source: string; readonly column: string; readonly why: string }>({
    severity: 'warning',
    message: p => `the event time of '${p.source}' is '${p.column}', ${p.why}`,
    hint: () => "give the time at which it happened as eventTime, and the time at which it became visible as knownTime; or accept: { F454: 'why' }",
    explain:
      'Event time says when something happened, known time when the row could be read. Where the time of loading stands for both, a bulk load makes years happen in one second, and a window holds what was loaded in it instead of what took place.',
  }),
  F455: entry<{ readonly source: string; readonly form: string; readonly dataset: string; readonly feature: string }>({
    severity: 'warning',
    message: p => `'${p.feature}' in dataset '${p.dataset}' reads '${p.source}', which does not say when its rows became known`,
    hint: p =>
      `give the column with the time of loading as knownTime of '${p.source}'; or, where rows are there as soon as ${p.form === 'dimension' ? 'they are true' : 'they happen'} and never change, accept: { F455: 'why' } on it`,
    explain:
      'Without a known time each row counts as known when it happened. A row that was loaded late, or corrected since, is then part of training values as of a moment at which nobody could have had it, while the served value of that moment lacked it.',
  }),
  F456: entry<{ readonly dataset: string; readonly source: string; readonly columns: readonly string[]; readonly feature: string }>({
    severity: 'warning',
    message: p =>
      `'${p.feature}' in dataset '${p.dataset}' reads ${p.columns.map(c => `'${c}'`).join(', ')} of the snapshot '${p.source}', which ${p.columns.length === 1 ? 'has' : 'have'} no past before the first capture`,
    hint: () =>
      "declare a column that never changes with fixed(), read a dimension that keeps history, or accept: { F456: 'why' } on the dataset: examples before the first capture hold NULL",
    explain:
      'A snapshot says how things are now. Its columns are captured at each materialize; before the first capture nothing is known, so that a training set of years before has only NULLs there, and a model learns that NULL means old.',
  }),
  F457: entry<{ readonly dataset: string; readonly gap: string | null; readonly reach: string }>({
    severity: 'warning',
    message: p =>
      `the labels of dataset '${p.dataset}' reach ${p.reach} beyond their examples, but its split leaves ${p.gap === null ? 'no gap' : `a gap of ${p.gap}`} before each date`,
    hint: p => `split: { ..., gap: '${p.reach}' }, or accept: { F457: 'why' }`,
    explain:
      'The label of an example shortly before the end of training is computed from rows of the time that validates. Without a gap as long as labels reach, the model is validated on what it has been trained with.',
  }),
  F458: entry<{ readonly what: string; readonly found: string; readonly why: string }>({
    severity: 'warning',
    message: p => `the SQL of ${p.what} holds ${p.found}, ${p.why}`,
    hint: () => "interpolate what it needs: point() for the point in time, columns and windows for rows; or accept: { F458: 'why' }",
    explain:
      'A value as of T has to be the same whenever it is computed. SQL that asks the clock or throws dice is not, and a query inside it reads rows of a table whatever their time, the future included. Only what is interpolated is bounded by T, and stands in the lineage.',
  }),
  F460: entry<{ readonly dataset: string; readonly restated: readonly Restated[] }>({
    severity: 'warning',
    message: p =>
      `dataset '${p.dataset}' may hold rows that became known after its examples: ${p.restated
        .map(r => `${quoted(r.features)} ${r.features.length === 1 ? 'is' : 'are'} computed from ${quoted(r.sources)} by view '${r.view}', which is corrected`)
        .join('; ')}`,
    hint: p => `known: 'as-known' on ${p.restated.map(r => `view '${r.view}'`).join(', ')}; or accept: { F460: 'why' } on the dataset`,
    explain:
      'A corrected view computes its points again when rows arrive late or change, and keeps no former values. An example then holds what nobody could have known at its time, while the served value of that time lacked it. Under as-known a value uses only what was known at its point.',
  }),
}

function quoted(names: readonly string[]): string {
  return names.map(n => `'${n}'`).join(', ')
}

export const proofCodes = {
  F459: entry<{ readonly features: readonly string[]; readonly at: string }>({
    severity: 'error',
    message: p =>
      `${p.features.length === 1 ? 'one feature knows' : `${p.features.length} features know`} at ${p.at} what came later: ${p.features.join(', ')}`,
    hint: () => 'each is shown above with a value that moved, and the change of a row that moved it',
    explain:
      '`feat verify leakage` computes features from sample rows, and again after inserting, changing and deleting rows that nobody could have known at a moment T. A value as of T that moves has read the future: in training it would know what it is to predict.',
  }),
}

/** The codes that `accept` may name. */
export type Acceptable = keyof typeof leakageCodes
