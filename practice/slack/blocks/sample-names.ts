/** Pictures that every person of the practice workspace has at hand; see sample-pictures.ts. */
export const SAMPLE_NAMES = ['router.png', 'coverage-map.png', 'poster-6-mb.png'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];
