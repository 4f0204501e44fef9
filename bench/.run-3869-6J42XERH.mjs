import {
  checkTarget,
  exportName,
  exportedConfig,
  loadEntries,
  placeIn,
  spanOf
} from "./.run-3869-44BXOLC7.mjs";
import "./.run-3869-7CDWYUZI.mjs";
import "./.run-3869-5ZOE4T5D.mjs";
import "./.run-3869-UXWDYUFW.mjs";
import {
  entryFiles
} from "./.run-3869-I4OLG6MJ.mjs";
import "./.run-3869-TYXL6GOU.mjs";
import "./.run-3869-A3JU4ERA.mjs";
import {
  diagnostic
} from "./.run-3869-BHLSE77H.mjs";
import "./.run-3869-WMCPSZGM.mjs";
import "./.run-3869-QBUCTYCR.mjs";

// compiler/load/fresh.ts
async function loadFresh({ found, ...input }) {
  const loading = loadEntries({ ...input, entries: entryFiles(found), config: found.config });
  const [{ checkConfig }, { entries, diagnostics, imports }] = await Promise.all([import("./.run-3869-T4ETVSEC.mjs"), loading]);
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
