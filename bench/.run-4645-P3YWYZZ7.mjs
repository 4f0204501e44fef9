import {
  loadEntries
} from "./.run-4645-IMVFYAJ7.mjs";
import "./.run-4645-YYZPQOBP.mjs";
import "./.run-4645-J5CD56A6.mjs";
import "./.run-4645-7BMLKHU5.mjs";
import {
  keptDefinition
} from "./.run-4645-OMPH4DCH.mjs";
import {
  areSame,
  readSources
} from "./.run-4645-VNSVQNVN.mjs";
import "./.run-4645-HWUF3JKA.mjs";
import "./.run-4645-MXEKG5TH.mjs";
import "./.run-4645-6I3GIBHD.mjs";
import "./.run-4645-4VINKGNA.mjs";

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
