import {
  analyze
} from "./.run-4645-PH4LNRM4.mjs";
import {
  lower
} from "./.run-4645-BIN426BT.mjs";
import "./.run-4645-QML4BORP.mjs";
import "./.run-4645-ZCV27EOH.mjs";
import "./.run-4645-NGE3TUIM.mjs";
import "./.run-4645-ZFMYJV4S.mjs";
import "./.run-4645-J5CD56A6.mjs";
import "./.run-4645-7BMLKHU5.mjs";
import "./.run-4645-HWUF3JKA.mjs";
import {
  hasErrors
} from "./.run-4645-MXEKG5TH.mjs";
import "./.run-4645-6I3GIBHD.mjs";
import "./.run-4645-4VINKGNA.mjs";

// compiler/index.ts
async function compileProject(options) {
  const { loadProject } = await import("./.run-4645-LTWTXUTH.mjs");
  const loaded = await loadProject(options);
  if (loaded.value === null || hasErrors(loaded.diagnostics)) return { value: null, diagnostics: loaded.diagnostics };
  const project = loaded.value;
  options.onLoaded?.(project);
  const { compiledBefore, keepCompiled } = await import("./.run-4645-MYX26I24.mjs");
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
