import {
  analyze
} from "./.run-3869-X4IZP3I4.mjs";
import "./.run-3869-7SOGI4UR.mjs";
import {
  lower
} from "./.run-3869-WMC7LEXK.mjs";
import "./.run-3869-RICG2RF7.mjs";
import "./.run-3869-4H6MAL5W.mjs";
import "./.run-3869-4ZAM3CTN.mjs";
import "./.run-3869-ZRZALKKI.mjs";
import "./.run-3869-5ZOE4T5D.mjs";
import "./.run-3869-UXWDYUFW.mjs";
import "./.run-3869-A3JU4ERA.mjs";
import {
  hasErrors
} from "./.run-3869-BHLSE77H.mjs";
import "./.run-3869-WMCPSZGM.mjs";
import "./.run-3869-QBUCTYCR.mjs";

// compiler/index.ts
async function compileProject(options) {
  const { loadProject } = await import("./.run-3869-52L6R77S.mjs");
  const loaded = await loadProject(options);
  if (loaded.value === null || hasErrors(loaded.diagnostics)) return { value: null, diagnostics: loaded.diagnostics };
  const project = loaded.value;
  options.onLoaded?.(project);
  const { compiledBefore, keepCompiled } = await import("./.run-3869-NDPNLCYM.mjs");
  const before = compiledBefore(project, options.cacheDir);
  if (before !== null) return { value: before, diagnostics: loaded.diagnostics };
  const compiled = compileLoaded(project, loaded.diagnostics);
  keepCompiled(project, options.cacheDir, compiled);
  return compiled;
}
function compileLoaded(project, before = []) {
  const analyzed = analyze(project);
  const diagnostics = [...before, ...analyzed.diagnostics];
  if (analyzed.value === null) return { value: null, diagnostics };
  return { value: { project, catalog: analyzed.value, lowered: lower(analyzed.value) }, diagnostics };
}
export {
  compileLoaded,
  compileProject
};
