import {
  checkTarget,
  exportName,
  exportedConfig,
  loadEntries,
  placeIn,
  spanOf
} from "./.run-11631-7WPGC7LC.mjs";
import "./.run-11631-RLOR7Z6K.mjs";
import "./.run-11631-LAFSTCOQ.mjs";
import "./.run-11631-QSF34EBB.mjs";
import "./.run-11631-ZQTCH5XM.mjs";
import {
  entryFiles
} from "./.run-11631-JWFU5TJH.mjs";
import "./.run-11631-7NGPD6NT.mjs";
import "./.run-11631-6HWLSQNM.mjs";
import {
  diagnostic
} from "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

// compiler/load/fresh.ts
async function loadFresh({ found, ...input }) {
  const loading = loadEntries({ ...input, entries: entryFiles(found), config: found.config });
  const [{ checkConfig }, { entries, diagnostics, imports }] = await Promise.all([import("./.run-11631-TC56LNAD.mjs"), loading]);
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
