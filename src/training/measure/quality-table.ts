import { averagePrecision, bestThreshold, quality, type Scored } from '../scoring.ts';
import { figure, sample, tableOf } from './table.ts';

/** A post with what it is and what was said of it. */
export interface Said extends Scored {
  readonly said: boolean;
  readonly text: string;
}

export const QUALITY_HEAD = ['', 'posts', 'complaints', 'precision', 'recall', 'F1', 'AP', 'best F1', 'at'] as const;

/** One line of figures: as triage decides, and what the best threshold would have given, which nobody knows beforehand. */
export function qualityRow(name: string, posts: readonly Said[]): readonly string[] {
  const { precision, recall, f1 } = quality(posts);
  const best = bestThreshold(posts);
  return [
    name,
    String(posts.length),
    String(posts.filter(({ is }) => is).length),
    ...[precision, recall, f1, averagePrecision(posts), best.f1].map(figure),
    best.threshold.toFixed(2),
  ];
}

export function qualityLines(named: Readonly<Record<string, readonly Said[]>>, examples: number): readonly string[] {
  const rows = Object.entries(named).map(([name, posts]) => qualityRow(name, posts));
  return [...tableOf([QUALITY_HEAD, ...rows]), ...mistakes(Object.values(named)[0] ?? [], examples)];
}

/** What it gets wrong, the surest mistakes first, missed complaints and false alarms by turns. */
function mistakes(posts: readonly Said[], most: number): readonly string[] {
  const missed = posts.filter(({ is, said }) => is && !said).sort((a, b) => a.score - b.score);
  const alarms = posts.filter(({ is, said }) => !is && said).sort((a, b) => b.score - a.score);
  const half = Math.ceil(most / 2);
  return [
    ...missed.slice(0, half).map(({ score, text }) => `  missed ${figure(score)}  ${sample(text)}`),
    ...alarms.slice(0, most - half).map(({ score, text }) => `  false alarm ${figure(score)}  ${sample(text)}`),
  ];
}
