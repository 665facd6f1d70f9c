import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { id } from './text.ts';

const label = z.string().min(1).max(LIMITS.chartLabel);
const point = z.looseObject({ label, value: z.number() });

const axisLabel = z.string().min(1).max(LIMITS.chartTitle).optional();

const differ = (labels: readonly string[]) => new Set(labels).size === labels.length;

const seriesChart = z
  .strictObject({
    type: z.enum(['line', 'bar', 'area']),
    series: z
      .array(z.strictObject({ name: label, data: z.array(point).min(1).max(LIMITS.chartCategories) }))
      .min(1)
      .max(LIMITS.chartSeries),
    axis_config: z.strictObject({
      categories: z.array(label).min(1).max(LIMITS.chartCategories),
      x_label: axisLabel,
      y_label: axisLabel,
    }),
  })
  .refine(({ series }) => differ(series.map(({ name }) => name)), 'the names of the series must differ')
  .refine(({ axis_config }) => differ(axis_config.categories), 'the categories must differ')
  .refine(
    ({ series, axis_config: { categories } }) =>
      series.every(({ data }) => isDeepStrictEqual(data.map((one) => one.label).sort(), categories.toSorted())),
    'each series must have one point for each category',
  );

const pieChart = z.looseObject({
  type: z.literal('pie'),
  segments: z
    .array(z.looseObject({ label, value: z.number().positive() }))
    .min(1)
    .max(LIMITS.chartSeries),
});

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block; checked loosely inside. */
export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id.optional(),
  title: z.string().min(1).max(LIMITS.chartTitle),
  chart: z.discriminatedUnion('type', [seriesChart, pieChart]),
});

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block; cells are checked loosely. */
export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: id.optional(),
    caption: z.string().min(1),
    rows: z
      .array(
        z
          .array(z.looseObject({ type: z.string() }))
          .min(1)
          .max(LIMITS.tableColumns),
      )
      .min(LIMITS.tableRowsMin)
      .max(LIMITS.tableRowsMax),
    page_size: z.int().min(1).max(LIMITS.tablePageSize).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .refine(({ rows }) => new Set(rows.map((row) => row.length)).size <= 1, 'all rows must have the same length');
