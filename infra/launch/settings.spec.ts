import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('the settings of a start', () => {
  it('are complete without any option or variable', () => {
    expect(readSettings([], {})).toEqual({
      fresh: false,
      sample: true,
      databaseUrl: undefined,
      kafkaBrokers: undefined,
      brokers: 1,
      ports: { query: 3400, intake: 3401, extractor: 3402, projector: 3403, postgres: 15_432, kafka: 19_092 },
    });
  });

  it('take a port from its variable', () => {
    expect(readSettings([], { QUERY_PORT: '4400' }).ports.query).toBe(4400);
  });

  it.each(['abc', '-1', '70000', '80.5'])('refuse %j as a port and name the variable', (value) => {
    expect(() => readSettings([], { KAFKA_PORT: value })).toThrow(/^KAFKA_PORT is/);
  });

  it.each([[['--brokers', '3', '--fresh']], [['--fresh', '--brokers=3']]])('take three brokers from %j', (args) => {
    expect(readSettings(args, {})).toMatchObject({ brokers: 3, fresh: true, sample: true });
  });

  it.each([['--brokers'], ['--brokers', '2'], ['--brokers', '--fresh'], ['--brokers=']])('refuse %s %s, since a broker more is not a copy more', (...args) => {
    expect(() => readSettings(args, {})).toThrow('--brokers takes 1 or 3');
  });

  it('refuse a mistyped option, which must not start over by accident', () => {
    expect(() => readSettings(['--frsh'], {})).toThrow('There is no option --frsh');
  });
});
