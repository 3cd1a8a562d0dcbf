export const COMPARISON_FORMAT = "comparison/1";
export const SERIES_FORMAT = "comparison-series/1";
