// compiler/base/codes/entry.ts
function entry(e) {
  return e;
}
function oneOf(names) {
  return names.length < 2 ? names[0] ?? "nothing" : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
function didYouMean(p) {
  return p.near === null ? null : `did you mean '${p.near}'?`;
}

// compiler/base/codes/leakage.ts
var leakageCodes = {
  // 453 to 459: values that may know more than they could have known
  F453: entry({
    severity: "warning",
    message: (p) => `the label of dataset '${p.dataset}' begins with the row that it is an example of: both its spine and its label are rows of '${p.source}'`,
    hint: (p) => `begin after it: .next(window('${p.length}', { offset: '1s' })), or say why the row belongs to what is predicted: accept: { F453: 'the order itself counts' }`,
    explain: "An example is made at the event time of a row of the spine, and a label covers [T, T + length). Where both are rows of one source, each label holds the row at T itself, which is known when the prediction is made: a count is never 0, a sum never below the row's own value. A model then scores well at what it was told."
  }),
  F454: entry({
    severity: "warning",
    message: (p) => `the event time of '${p.source}' is '${p.column}', ${p.why}`,
    hint: () => "give the time at which it happened as eventTime, and the time at which it became visible as knownTime; or accept: { F454: 'why' }",
    explain: "Event time says when something happened, known time when the row could be read. Where the time of loading stands for both, a bulk load makes years happen in one second, and a window holds what was loaded in it instead of what took place."
  }),
  F455: entry({
    severity: "warning",
    message: (p) => `'${p.feature}' in dataset '${p.dataset}' reads '${p.source}', which does not say when its rows became known`,
    hint: (p) => `give the column with the time of loading as knownTime of '${p.source}'; or, where rows are there as soon as ${p.form === "dimension" ? "they are true" : "they happen"} and never change, accept: { F455: 'why' } on it`,
    explain: "Without a known time each row counts as known when it happened. A row that was loaded late, or corrected since, is then part of training values as of a moment at which nobody could have had it, while the served value of that moment lacked it."
  }),
  F456: entry({
    severity: "warning",
    message: (p) => `'${p.feature}' in dataset '${p.dataset}' reads ${p.columns.map((c) => `'${c}'`).join(", ")} of the snapshot '${p.source}', which ${p.columns.length === 1 ? "has" : "have"} no past before the first capture`,
    hint: () => "declare a column that never changes with fixed(), read a dimension that keeps history, or accept: { F456: 'why' } on the dataset: examples before the first capture hold NULL",
    explain: "A snapshot says how things are now. Its columns are captured at each materialize; before the first capture nothing is known, so that a training set of years before has only NULLs there, and a model learns that NULL means old."
  }),
  F457: entry({
    severity: "warning",
    message: (p) => `the labels of dataset '${p.dataset}' reach ${p.reach} beyond their examples, but its split leaves ${p.gap === null ? "no gap" : `a gap of ${p.gap}`} before each date`,
    hint: (p) => `split: { ..., gap: '${p.reach}' }, or accept: { F457: 'why' }`,
    explain: "The label of an example shortly before the end of training is computed from rows of the time that validates. Without a gap as long as labels reach, the model is validated on what it has been trained with."
  }),
  F458: entry({
    severity: "warning",
    message: (p) => `the SQL of ${p.what} holds ${p.found}, ${p.why}`,
    hint: () => "interpolate what it needs: point() for the point in time, columns and windows for rows; or accept: { F458: 'why' }",
    explain: "A value as of T has to be the same whenever it is computed. SQL that asks the clock or throws dice is not, and a query inside it reads rows of a table whatever their time, the future included. Only what is interpolated is bounded by T, and stands in the lineage."
  })
};
var proofCodes = {
  F459: entry({
    severity: "error",
    message: (p) => `${p.features.length === 1 ? "one feature knows" : `${p.features.length} features know`} at ${p.at} what came later: ${p.features.join(", ")}`,
    hint: () => "each is shown above with a value that moved, and the change of a row that moved it",
    explain: "`feat verify leakage` computes features from sample rows, and again after inserting, changing and deleting rows that nobody could have known at a moment T. A value as of T that moves has read the future: in training it would know what it is to predict."
  })
};

export {
  entry,
  oneOf,
  didYouMean,
  leakageCodes,
  proofCodes
};
