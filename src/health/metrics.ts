import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Observer, UNOBSERVED } from '../observer.ts';
import type { Figures } from './figures.ts';

/** What Prometheus scrapes: https://prometheus.io/docs/practices/naming/ */
export interface Metrics extends Observer {
  readonly contentType: string;
  /** Everything counted so far, with what stands in the house now. */
  text(figures: Figures): Promise<string>;
}

const SECOND_MS = 1_000;
/** Slack takes three seconds for no answer. */
const ACK_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3, 5];
const SAVE_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** Counts what happens, and shows it in Prometheus' own form. Labels are closed sets, network names and channel ids. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const polls = new Counter({
    name: 'earshot_polls_total',
    help: 'Reads of the mentions, by how they ended',
    labelNames: ['network', 'result'] as const,
    registers,
  });
  const publications = new Counter({
    name: 'earshot_publications_total',
    help: 'Attempts to publish a text of ours, by what the network said',
    labelNames: ['network', 'result'] as const,
    registers,
  });
  const presses = new Counter({
    name: 'earshot_presses_total',
    help: 'What people pressed, typed or submitted in Slack, by how it ended',
    labelNames: ['kind', 'outcome'] as const,
    registers,
  });
  const acks = new Histogram({
    name: 'earshot_press_ack_seconds',
    help: 'Until Slack had its answer to a press',
    labelNames: ['kind'] as const,
    buckets: ACK_SECONDS,
    registers,
  });
  const saves = new Histogram({
    name: 'earshot_store_write_seconds',
    help: 'Until a change was on disk, waiting included',
    buckets: SAVE_SECONDS,
    registers,
  });
  const saveFaults = new Counter({
    name: 'earshot_store_write_failures_total',
    help: 'Changes that the disk did not take',
    registers,
  });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge({ name, help, labelNames, registers });
  const open = gauge('earshot_mentions_open', 'Mentions that wait for an answer', ['kind', 'status']);
  const backlog = gauge('earshot_backlog_cards', 'Mentions that wait for their card', ['kind']);
  const backlogAge = gauge('earshot_backlog_oldest_seconds', 'How long the oldest of them has waited', []);
  const waiting = gauge('earshot_effects_waiting', 'What is to be done in Slack or on a network', ['destination']);
  const parked = gauge('earshot_effects_failed', 'Of it, what was refused and waits for a person', ['destination']);
  const lastPoll = gauge('earshot_last_poll_timestamp_seconds', 'When the mentions were last read', ['network']);
  const socket = gauge('earshot_slack_socket_up', 'Whether presses reach us; absent where Slack sends requests', []);

  return {
    ...UNOBSERVED,
    contentType: register.contentType,
    mentionsRead: (network) => polls.inc({ network, result: 'ok' }),
    mentionsUnread: (network) => polls.inc({ network, result: 'failed' }),
    published: (network, result) => publications.inc({ network, result }),
    pressed(kind, outcome, ackMs) {
      presses.inc({ kind, outcome });
      acks.observe({ kind }, ackMs / SECOND_MS);
    },
    saved(ms, isSaved) {
      if (isSaved) saves.observe(ms / SECOND_MS);
      else saveFaults.inc();
    },
    async text(figures) {
      for (const one of [open, backlog, waiting, parked, lastPoll, socket]) one.reset();
      for (const { kind, status, count } of figures.open) open.set({ kind, status }, count);
      for (const { kind, count } of figures.backlog) backlog.set({ kind }, count);
      backlogAge.set(figures.backlogOldestMs / SECOND_MS);
      for (const one of figures.queues) {
        waiting.set({ destination: one.destination }, one.waiting);
        parked.set({ destination: one.destination }, one.parked);
      }
      for (const { network, heardAt, since } of figures.vitals.networks) {
        if (heardAt !== null) lastPoll.set({ network }, Date.parse(since) / SECOND_MS);
      }
      if (figures.vitals.socket === null) socket.remove();
      else socket.set(figures.vitals.socket.isUp ? 1 : 0);
      return register.metrics();
    },
  };
}
