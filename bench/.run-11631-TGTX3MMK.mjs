import {
  mainEnvironment,
  place,
  settleTarget
} from "./.run-11631-BIOOBNK5.mjs";
import "./.run-11631-IC44RC5W.mjs";
import "./.run-11631-DXXVGV4N.mjs";
import "./.run-11631-US5INWMG.mjs";
import "./.run-11631-54NLZVMI.mjs";
import "./.run-11631-RVSCCG2V.mjs";
import "./.run-11631-QSF34EBB.mjs";
import "./.run-11631-ZQTCH5XM.mjs";
import "./.run-11631-6HWLSQNM.mjs";
import "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";
export {
  mainEnvironment,
  place,
  settleTarget
};
