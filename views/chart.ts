import { shorten } from './text.ts';

interface Point {
  readonly label: string;
  readonly value: number;
}

/**
 * A chart that Slack draws itself, in messages only; not yet in @slack/types. Two to a message.
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export interface ChartBlock {
  readonly type: 'data_visualization';
  readonly block_id?: string;
  readonly title: string;
  readonly chart: {
    readonly type: 'bar' | 'line';
    readonly series: { readonly name: string; readonly data: Point[] }[];
    readonly axis_config: { readonly categories: string[]; readonly x_label?: string; readonly y_label?: string };
  };
}

/** Slack’s limits for a chart; labels of one sort must differ. */
export const CHART_LIMIT = { title: 50, axis: 50, label: 20, categories: 20, series: 6, inMessage: 2 } as const;

export interface ChartData {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** At most 20. */
  readonly categories: readonly string[];
  /** A value for each category. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Bars while they are few enough to be told apart, else lines. */
export function chart({ title, x, y, categories, series }: ChartData): ChartBlock {
  const labels = categories.map((label) => shorten(label, CHART_LIMIT.label));
  const bars = categories.length * series.length;
  return {
    type: 'data_visualization',
    title: shorten(title, CHART_LIMIT.title),
    chart: {
      type: bars <= MOST_BARS ? 'bar' : 'line',
      series: series.map(({ name, values }) => ({
        name: shorten(name, CHART_LIMIT.label),
        data: labels.map((label, index) => ({ label, value: values[index] ?? 0 })),
      })),
      axis_config: { categories: labels, x_label: shorten(x, CHART_LIMIT.axis), y_label: shorten(y, CHART_LIMIT.axis) },
    },
  };
}

const MOST_BARS = 32;
