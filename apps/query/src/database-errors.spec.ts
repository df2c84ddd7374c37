import { describe, expect, it } from 'vitest';
import { isAway } from './database-errors.js';

const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('a database that is away', () => {
  it.each([coded('ECONNREFUSED'), coded('57P01'), coded('57P03'), coded('53300'), coded('08006'), new Error('Connection terminated unexpectedly'), new Error('timeout exceeded when trying to connect'), new AggregateError([coded('ECONNREFUSED')])])('is known by %s', (error) => {
    expect(isAway(error)).toBe(true);
  });

  it.each([coded('23505'), coded('22P02'), new Error('no such column'), 'ECONNREFUSED', null])('is not known by %s', (error) => {
    expect(isAway(error)).toBe(false);
  });
});
