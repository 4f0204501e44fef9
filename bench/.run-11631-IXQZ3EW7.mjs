import {
  analyze
} from "./.run-11631-SORYATMH.mjs";
import {
  lower
} from "./.run-11631-CM6XSXNZ.mjs";
import "./.run-11631-US5INWMG.mjs";
import "./.run-11631-TVGWGQNI.mjs";
import "./.run-11631-X5LDZ6U6.mjs";
import "./.run-11631-54NLZVMI.mjs";
import "./.run-11631-RVSCCG2V.mjs";
import "./.run-11631-LAFSTCOQ.mjs";
import "./.run-11631-QSF34EBB.mjs";
import "./.run-11631-ZQTCH5XM.mjs";
import "./.run-11631-6HWLSQNM.mjs";
import {
  hasErrors
} from "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

// compiler/index.ts
async function compileProject(options) {
  const { loadProject } = await import("./.run-11631-PZ26MH4W.mjs");
  const loaded = await loadProject(options);
  if (loaded.value === null || hasErrors(loaded.diagnostics)) return { value: null, diagnostics: loaded.diagnostics };
  const project = loaded.value;
  options.onLoaded?.(project);
  const { compiledBefore, keepCompiled } = await import("./.run-11631-B36DJJA6.mjs");
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
