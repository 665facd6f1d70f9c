/** The weights that come with Earshot; the build copies them beside the compiled file. */
export const PACKAGED_WEIGHTS = new URL('./model/weights.bin', import.meta.url);
