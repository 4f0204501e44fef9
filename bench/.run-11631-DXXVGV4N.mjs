// compiler/ir/physical.ts
var featureViewMetadata = "SNOWML_FEATURE_VIEW_METADATA";
var warehouseSizes = ["xsmall", "small", "medium", "large", "xlarge", "xxlarge", "xxxlarge", "x4large", "x5large", "x6large"];

export {
  featureViewMetadata,
  warehouseSizes
};
