import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

type Labels = Readonly<Record<string, string>>;

/** Counters by name, made when first counted, for `/metrics`. Labels never hold anything of a person. */
export type Metrics = {
  readonly count: (name: string, labels?: Labels, by?: number) => void;
  readonly gauge: (name: string, help: string, read: () => number) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Counter>();
  return {
    count: (name, labels = {}, by = 1) => {
      let counter = counters.get(name);
      if (!counter) {
        counter = new Counter({
          name,
          help: name.replaceAll("_", " "),
          labelNames: Object.keys(labels),
          registers: [registry],
        });
        counters.set(name, counter);
      }
      counter.inc(labels, by);
    },
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
