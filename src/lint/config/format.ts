export const CONFIG_FORMAT = "config/1";
