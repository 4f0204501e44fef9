import {
  loadProject,
  openKept
} from "./.run-11631-WRTTMLHZ.mjs";
import {
  textOf,
  valueOf
} from "./.run-11631-BG43EUYV.mjs";
import "./.run-11631-JWFU5TJH.mjs";
import {
  readSource
} from "./.run-11631-7NGPD6NT.mjs";
import "./.run-11631-6HWLSQNM.mjs";
import "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";
export {
  loadProject,
  openKept,
  readSource,
  textOf,
  valueOf
};
