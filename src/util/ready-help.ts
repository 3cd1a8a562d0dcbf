/**
 * What `coprod --help` shows in 80 columns, as the build made it; it puts its own module in place of this one. To work it
 * out takes longer than all else that such a run does.
 */
export const readyHelp: { readonly columns: number; readonly text: string } | undefined = undefined;
