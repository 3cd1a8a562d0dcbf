/** The build puts the text of a file of SQL in the place of its import. */
declare module "*.sql" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is how esbuild gives a text.
  export default text;
}
