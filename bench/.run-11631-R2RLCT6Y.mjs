import {
  loadEntries
} from "./.run-11631-7WPGC7LC.mjs";
import "./.run-11631-RLOR7Z6K.mjs";
import "./.run-11631-LAFSTCOQ.mjs";
import "./.run-11631-QSF34EBB.mjs";
import "./.run-11631-ZQTCH5XM.mjs";
import {
  keptDefinition
} from "./.run-11631-BG43EUYV.mjs";
import {
  areSame,
  readSources
} from "./.run-11631-7NGPD6NT.mjs";
import "./.run-11631-6HWLSQNM.mjs";
import "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

// compiler/load/again.ts
async function loadAgain({ kept, changed, ...input }) {
  const stale = importersOf(changed, kept.imports);
  const entries = input.entries.filter((file) => stale.has(file));
  if (kept.diagnostics.length > 0 || entries.some((file) => file === input.config)) return null;
  const { entries: loaded, imports } = await loadEntries({ ...input, entries });
  if (loaded === null || loaded.printed.length > 0 || loaded.wrong.length > 0) return null;
  const known = new Map(kept.files);
  if ([...imports.keys()].some((file) => !known.has(file)) || !areSame(readSources(input.root, [...imports.keys()]), input.sources)) return null;
  const staying = kept.definitions.filter((d) => !d.exportedBy.every((file) => stale.has(file)));
  const others = new Set(staying.map((d) => d.address));
  if (staying.some((d) => d.exportedBy.some((file) => stale.has(file))) || loaded.definitions.some((d) => others.has(d.address))) return null;
  const made = loaded.definitions.map((d) => keptDefinition(d, loaded.exportedBy.get(d.address)));
  return {
    files: kept.files.map(([file]) => [file, input.sources.get(file).hash]),
    imports: { ...kept.imports, ...Object.fromEntries([...imports].map(([file, of]) => [file, of.map((i) => i.file)])) },
    definitions: [...staying, ...made].toSorted(byPosition)
  };
}
function importersOf(files, imports) {
  const found = new Set(files);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [file, of] of Object.entries(imports)) if (of.some((i) => found.has(i))) found.add(file);
  }
  return found;
}
function byPosition({ span: [a, x] }, { span: [b, y] }) {
  return a === b ? x - y : a < b ? -1 : 1;
}
export {
  loadAgain
};
