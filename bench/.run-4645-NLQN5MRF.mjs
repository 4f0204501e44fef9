import {
  checkTarget,
  exportName,
  exportedConfig,
  loadEntries,
  placeIn,
  spanOf
} from "./.run-4645-IMVFYAJ7.mjs";
import "./.run-4645-YYZPQOBP.mjs";
import "./.run-4645-J5CD56A6.mjs";
import "./.run-4645-7BMLKHU5.mjs";
import {
  entryFiles
} from "./.run-4645-O4Z4EEH6.mjs";
import "./.run-4645-VNSVQNVN.mjs";
import "./.run-4645-HWUF3JKA.mjs";
import {
  diagnostic
} from "./.run-4645-MXEKG5TH.mjs";
import "./.run-4645-6I3GIBHD.mjs";
import "./.run-4645-4VINKGNA.mjs";

// compiler/load/fresh.ts
async function loadFresh({ found, ...input }) {
  const loading = loadEntries({ ...input, entries: entryFiles(found), config: found.config });
  const [{ checkConfig }, { entries, diagnostics, imports }] = await Promise.all([import("./.run-4645-RGHSA5PI.mjs"), loading]);
  if (entries === null) return { loaded: null, diagnostics, imports };
  const { definitions, exportedBy, printed, wrong } = entries;
  const none = definitions.length === 0 && found.features.length > 0 ? [diagnostic("F107", { folder: found.folder, files: found.features.length })] : [];
  const config = readConfig(found.config, entries.exports[exportName(0)], entries.declarations, checkConfig);
  return {
    loaded: config.value === null ? null : { definitions, exportedBy, ...config.value },
    diagnostics: [...printed, ...config.diagnostics, ...wrong, ...none],
    imports
  };
}
function readConfig(file, namespace, declarations, check) {
  if (file === null) return { value: null, diagnostics: [] };
  const { value, diagnostics } = exportedConfig(file, namespace, placeIn(declarations));
  if (value === null) return { value: null, diagnostics };
  const declaration = declarations.get(file)?.[value.name] ?? null;
  const where = (path) => {
    const { [path.slice(0, 2).join(".")]: inner, [path[0] ?? ""]: outer } = declaration?.members ?? {};
    return spanOf(file, inner ?? outer ?? declaration);
  };
  const checked = check(value.config, where);
  const targets = checked.config === null ? [] : checkTarget(checked.config).map((d) => ({ ...d, span: where(["defaultTarget"]) }));
  return {
    value: checked.config === null || targets.length > 0 ? null : { config: checked.config, configSpan: spanOf(file, declaration) },
    diagnostics: [...checked.diagnostics, ...targets]
  };
}
export {
  loadFresh
};
